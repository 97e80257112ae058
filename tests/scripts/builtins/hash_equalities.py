# area: builtins
# prio: P0
# checks: equal things hash alike; ids and identity
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, "a")) == hash((1, "a")), hash(2 ** 61 - 1) == 0, hash(-1) == hash(-2), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(0.5) == hash(0.5), hash(10 ** 20) == hash(1e20), hash(None) == hash(None))
print(hash(7), hash(-7), hash(2 ** 61), hash(1.0), hash(0.5), hash(-1), hash(10 ** 18), hash(2 ** 64), hash(float("inf")))
a = []
print(id(a) == id(a), id(a) != id([1]), id(None) == id(None), isinstance(id(a), int))
for x in ([], {}, set(), bytearray()):
    try:
        hash(x)
    except TypeError as e:
        print(e)
