# area: types
# prio: P1
# checks: a list that is changed by its own comparison or key, and errors in them
l = [3, 1, 2]
def key(x):
    l.append(9)
    return x
try:
    l.sort(key=key)
except ValueError as e:
    print(e, l)
l = [3, 1, 2]
seen = []
l.sort(key=lambda x: seen.append(list(l)) or x)
print(l, seen)
class Bad:
    def __init__(self, n): self.n = n
    def __lt__(self, other): raise KeyError("lt")
    def __repr__(self): return f"B{self.n}"
l = [Bad(2), Bad(1)]
try:
    l.sort()
except KeyError as e:
    print(e, l)
class Weird(Bad):
    def __lt__(self, other): return []
l = [Weird(2), Weird(1), Weird(3)]
l.sort(); print(l)
l = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
l.sort(key=lambda p: p[0]); print(l)
l.sort(key=lambda p: p[0], reverse=True); print(l)
print(sorted([1.5, True, 0, -2]), sorted("bca", reverse=True), sorted({3: 1, 1: 2}), sorted([[2], [1, 5], []]), sorted([float("nan"), 1, 0])[1:])
for source in r'''sorted([1, None])
sorted([1j, 2j])
sorted(5)
sorted()
sorted([1], key=1, foo=2)
sorted([2, 1], lambda x: x)
sorted([3, 2, 1], key=None, reverse=None)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
