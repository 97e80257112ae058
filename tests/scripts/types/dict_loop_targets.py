# area: types
# prio: P1
# checks: targets of loops over dicts and views, and who else goes round in them
d = {(1, 2): 3, (4, 5): 6}
for (a, b), c in d.items():
    print(a, b, c)
for a, b in d:
    print(a + b)
try:
    for a, b, c in d.items():
        pass
except ValueError as e:
    print(e)
for d in {"k": {"inner": 1}}.values():
    for k, d in d.items():
        print(k, d)
for n, (k, v) in enumerate({"p": 1, "q": 2}.items()):
    print(n, k, v)
def pick(d):
    for k, v in d.items():
        if v > 1:
            return k
    else:
        return None
print(pick({"a": 1, "b": 2}), pick({}))
def gen(d):
    for k in d:
        yield k
    for k, v in d.items():
        yield k, v
g = gen({1: 2, 3: 4})
print(next(g), list(g))
class D(dict):
    def items(self):
        return [("mine", 0)]
    def __iter__(self):
        return iter(["iter"])
for k, v in D(a=1).items():
    print(k, v)
print([k for k in D(a=1)], [k for k in frozenset([5])])
