# area: language
# prio: P0
# checks: is, is not, in, not in over every container
a = [1]
b = [1]
print(a is b, a is not b, a == b, a is a, None is None, True is not False)
print(1 in a, 2 not in a, "b" in "abc", "" in "abc", "ca" in "abc", 1 in (1,), 1 in {1: 2}, 2 in {1: 2}, 1 in {1}, 5 in range(6), 2.0 in range(3))
print([1] in [[1]], float("nan") in [1.0], b"b" in b"abc", 98 in b"abc")
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan], (nan,) == (float("nan"),))
