# area: builtins
# prio: P0
# checks: sorted gives a new list, reversed an iterator over sequences
a = [3, 1, 2]
print(sorted(a), a, sorted("bca"), sorted({2: "x", 1: "y"}), sorted((3, 1), reverse=True), sorted([], key=len))
print(list(reversed(a)), "".join(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})))
for f in (lambda: reversed({1}), lambda: reversed(5), lambda: sorted(5), lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: reversed(x for x in a)):
    try:
        f()
    except TypeError as e:
        print(e)
