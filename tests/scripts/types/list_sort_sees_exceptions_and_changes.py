# area: types
# prio: P1
# checks: an exception in the key or comparison leaves the list a permutation; changing it while sorting raises
a = [3, 1, 2]


def bad(x):
    if x == 2:
        raise KeyError(x)
    return x


try:
    a.sort(key=bad)
except KeyError as e:
    print("KeyError", e, sorted(a))


class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        if o.n == 1:
            raise RuntimeError("compare")
        return self.n < o.n


vs = [V(i) for i in (3, 1, 2)]
try:
    vs.sort()
except RuntimeError as e:
    print(e, sorted(v.n for v in vs))
b = [2, 1]
try:
    b.sort(key=lambda x: b.append(x) or x)
except ValueError as e:
    print(e)
