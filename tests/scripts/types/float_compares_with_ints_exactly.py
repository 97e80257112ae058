# area: types
# prio: P1
# checks: floats against huge ints: exact, not rounded
for source in r"""2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, 10**400 < float("inf"), -10**400 > float("-inf")
0.1 == 1/10, 1 == 1.0 == True, float("nan") == float("nan"), float("nan") != float("nan"), 1 < float("nan"), max(1, float("nan")), max(float("nan"), 1)
hash(1.0) == hash(1), hash(2.0**70) == hash(2**70), hash(0.5), hash(-0.0), hash(float("inf")), hash(float("-inf")), hash(1e22) == hash(10**22), hash(-1.0), hash(-1)
9007199254740992.0 in {9007199254740992}, 0.0 in [-0.0], [float("nan")] == [float("nan")], (lambda n: [n] == [n])(float("nan"))
sorted([3, 1.5, 2**60, 1e10, -1, True]), min(2, 2.0), max(2.0, 2)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
