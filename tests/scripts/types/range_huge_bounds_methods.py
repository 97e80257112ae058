# area: types
# prio: P1
# checks: ranges past 64 bits, their methods and errors
for source in r'''range(5), range(1, 5), range(5, 1, -1), range(0), list(range(10**20, 10**20 + 3)), len(range(0, 10**18, 7)), range(10**30)[10**29], range(10**30)[-1], range(0, 10**30, 10**29)[::3]
len(range(10**30))
range(10**30).__len__()
bool(range(10**30)), 10**29 in range(10**30), range(10**30).index(10**29), range(10**30).count(5), range(-10**30, 0)[0]
range(5).index(9)
range(5).index("a")
range(5).index()
range(5)[5]
range(5)["a"]
range(5)[1.0]
range()
range(1, 2, 3, 4)
range(1.0)
range("a")
range(1, 2, 0)
range(None)
range(x=1)
range(5) + range(3)
range(5).start, range(5).stop, range(5).step, range(1, 10, 3)[-1], range(10)[2:8:2], range(10)[::-1], range(10)[8:2:-2], list(reversed(range(0, 10, 3)))
range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(0)) == hash(range(1, 1)), range(5) == [0, 1, 2, 3, 4], range(5) != range(6), {range(2): 1}[range(0, 2)]
range(5) < range(6)
range(True), range(3).count(True), 1.0 in range(3), "a" in range(3), None in range(3), 1.5 in range(3)
range(3).start(1)
iter(range(3)).__length_hint__(), next(iter(range(10**30, 10**31)))
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
