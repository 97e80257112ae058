# area: types
# prio: P1
# checks: tuples: methods, operators, construction, and their errors
for source in r'''(), (1,), tuple("ab"), tuple([1]), tuple({1: 2}), (1, 2) + (3,), (1,) * 3, (1, 2)[::-1], (1, 2) < (1, 3), (1,) < (1, 0), 1 in (1, 2)
(1, 2).index(2), (1, 2, 1).count(1), (1, 2, 1).index(1, 1), hash((1, 2)) == hash((1, 2)), (1, (2, [3])) == (1, (2, [3]))
(1,).index(2)
(1,).index()
(1,) + [2]
(1,) * "a"
(1,)[1]
(1,)["a"]
(1,) < [1]
(1,) < 5
hash(([],))
tuple(5)
tuple(1, 2)
tuple(x=1)
(1, 2).append(3)
(1, 2)()
((1, 2))[0](1)
(*[1, 2], *"ab"), (1, *()), (*range(3),)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
class T(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    def __repr__(self): return "T" + super().__repr__()
for source in r'''T(1, 2), T() + (1,), T(1)[0:], T(1) == (1,), type(T(1) * 2).__name__, {T(1): 2}[(1,)]
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
