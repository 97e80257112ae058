# area: types
# prio: P1
# checks: what __getitem__, __setitem__ and __delitem__ of a class get for each subscript

class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Show()
print(s[1], s[1:2], s[::], s[:, 1], s[..., 1:2:3], s[()], s[1,], s["a":"b"], s[None], s[-1:], s[lambda: 0:1].start())
s[1:2] = "x"
s[1, 2] += (3,)
del s[::2], s[1], s[:, ...]
x = slice(1, 10, 2)
print(x, x.start, x.stop, x.step, x.indices(5), x.indices(100), slice(None).indices(3), slice(None, None, -1).indices(4), slice(-3, None).indices(10))
print(slice(5) == slice(None, 5, None), slice(1, 2) < slice(1, 3), list(range(20))[x], "abcdefghijk"[x], slice("a", [1]).stop)


class Vector:
    def __init__(self, *values):
        self.values = values

    def __len__(self):
        return len(self.values)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Vector(*self.values[key])
        return self.values[key.__index__()]

    def __repr__(self):
        return f"Vector{self.values}"


v = Vector(1, 2, 3, 4)
print(v[1:], v[::-1], v[-1], list(v), 3 in v, list(reversed(v)), v[True])
for bad in [lambda: slice(), lambda: slice(1, 2, 0).indices(3), lambda: slice("a").indices(3), lambda: slice(1).indices(-1), lambda: hash(slice(1)), lambda: v[9], lambda: [1, 2]["a":], lambda: [1][1.0]]:
    try:
        bad()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
