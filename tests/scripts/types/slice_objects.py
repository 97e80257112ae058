# area: types
# prio: P0
# checks: slice(): attributes, indices(), use with __getitem__
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None, None, -1).indices(5), s.indices(6), slice(-3, None).indices(10), slice(1) == slice(None, 1, None), "abcdefghij"[s])


class G:
    def __getitem__(self, k):
        return k


g = G()
print(g[1:2], g[:], g[::3], g[1:2, ..., 3], g[()], g[-1:], g[1, 2])
