# area: modules
# prio: P1
# checks: copy.copy and copy.deepcopy of containers, instances and cycles
import copy


class C:
    def __init__(self, v):
        self.v = v


a = [1, [2], {"k": [3]}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append("x")
print(s, d, s[1] is a[1])
c = C([1])
s, d = copy.copy(c), copy.deepcopy(c)
c.v.append(2)
print(s.v, d.v, type(d).__name__, s is c)
loop = [1]
loop.append(loop)
e = copy.deepcopy(loop)
print(e, e[1] is e, e is loop, copy.copy("s"), copy.deepcopy((1, 2)))
