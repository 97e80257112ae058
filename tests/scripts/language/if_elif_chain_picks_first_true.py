# area: language
# prio: P0
# checks: truth of all kinds of values in if and conditional expressions
def kind(x):
    if x is None:
        return "none"
    elif x == []:
        return "empty list"
    elif not x:
        return "falsy"
    else:
        return "truthy"


for value in (None, [], 0, 0.0, "", (), {}, set(), False, range(0), b"", 1, "0", [0], -1, range(1)):
    print(repr(value), kind(value), "yes" if value else "no")
