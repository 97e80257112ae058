# area: limits
# prio: P1
# checks: callbacks that change what is being worked on
a = [3, 2, 1]
print([a.append(9) or x for x in a[:] if len(a) < 6], a)
b = list(range(5))
print(list(map(lambda x: b.pop() if len(b) > 2 else x, b)), b)
d = {1: 2}


class Grow:
    def __index__(self):
        c.append(1)
        return 0

    def __len__(self):
        c.clear()
        return 2


c = [1, 2, 3]
print(c[Grow()], c)
print(sorted([2, 1], key=lambda x: c.append(x) or -x), c, len(Grow()), c)
e = [1, 2, 3]
e[:] = (e.clear() or i for i in range(2))
print(e)
