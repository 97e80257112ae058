# area: types
# prio: P0
# checks: equality between types is false, order between types is an error
vals = [1, "1", None, [1], (1,), {1}, b"1"]
print([[int(a == b) for b in vals] for a in vals])
for a, b in ((1, "1"), ([], ()), ({}, {}), (None, None), ("a", b"a"), (1, [])):
    try:
        a < b
    except TypeError as e:
        print(e)
print(1 != "1", [1] == (1,), {1} == frozenset([1]), "a" == b"a", 1.0 == 1, (1, "a") == (1, "b"))
