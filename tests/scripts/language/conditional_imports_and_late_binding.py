# area: language
# prio: P0
# checks: functions look globals up when called, so later definitions and changes are seen
def use():
    return helper() + suffix


def helper():
    return "first"


suffix = "!"
print(use())


def helper():
    return "second"


suffix = "?"
print(use())
len_ = len


def len(x):
    return "shadowed"


print(len([1]), len_([1]))
del len
print(len([1, 2]))
