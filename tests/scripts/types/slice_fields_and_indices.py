# area: types
# prio: P1
# checks: slice: fields, indices, comparison, text, hash
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
for source in r'''slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice("a", 1.5), slice(1, 2).start, slice(5).start, slice(5).stop, slice(5).step
slice()
slice(1, 2, 3, 4)
slice(x=1)
slice(1, 10, 2).indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(5), slice(10, -10, -2).indices(5), slice(I(1), I(4)).indices(10), slice(10**30).indices(5), slice(3).indices(10**30)
slice(1, 2, 0).indices(5)
slice(1).indices(-1)
slice("a").indices(5)
slice(1).indices("a")
slice(1.5).indices(5)
slice(1) == slice(1), slice(1) == slice(None, 1, None), slice(1) < slice(2), slice(1, 2) == (1, 2), slice(1) != slice(2)
slice(1) < 5
hash(slice(1))
{slice(1): 2}
slice(1).start.x
"abcdef"[slice(1, 4)], [1, 2, 3][slice(None, None, -1)], "abc"[slice(I(1), None)], (1, 2, 3)[slice(0, 2)]
"abc"[slice("x")]
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
s = slice(1, 2)
try:
    s.start = 5
except AttributeError as e:
    print(e)
class Show:
    def __getitem__(self, key): return key
x = Show()
print(x[1:2], x[::], x[1:2, 3], x[...], x[:, 1], x[1:2:3, ...], x[()], x[(1, 2)], x[*[1, 2]], x[-1:], x["a":"b"])
