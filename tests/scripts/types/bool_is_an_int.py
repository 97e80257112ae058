# area: types
# prio: P0
# checks: bool construction, arithmetic, formatting and repr
print(bool(), bool([0]), bool(""), True + 1, sum([True, True]), [10, 20][True], "ab"[False], True == 1, repr(True), f"{True:>6}|{True:d}|{True!s:5}|")
print(True & 3, True and 3, True | False, True ^ True, ~True if False else -2, int(True), max(True, 2), isinstance(False, int), type(True & True).__name__, type(True & 1).__name__)
print({True: "t", 1: "one"}, {False, 0, 0.0}, sorted([True, 0, 2, False]), "%d %s" % (True, False), bool.__mro__ == (bool, int, object))
try:
    class B(bool):
        pass
except TypeError as e:
    print(e)
