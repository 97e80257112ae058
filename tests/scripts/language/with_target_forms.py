# area: language
# prio: P0
# checks: the target of with may be a tuple, an attribute or a subscript
class CM:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        return self.v

    def __exit__(self, *a):
        return None


box = {}
with CM((1, 2)) as (a, b), CM("x") as box["k"], CM([3, 4, 5]) as [c, *d]:
    print(a, b, box, c, d)
class O: pass
with CM(9) as O.attr:
    print(O.attr)
