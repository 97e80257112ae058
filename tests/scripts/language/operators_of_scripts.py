# area: language
# prio: P1
# checks: special methods of comparisons and items, called by instructions and by jumps
class V:
    def __init__(self, x): self.x = x
    def __eq__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.x == o.x
    def __lt__(self, o):
        if isinstance(o, int): return self.x < o
        if not isinstance(o, V): return NotImplemented
        return self.x < o.x
    def __getitem__(self, i):
        if i == 13: raise KeyError(i)
        return (self.x, i)
    def __le__(self, o): return 'truthy' if self.x else ''
    def __ne__(self, o): raise ValueError('ne')
class W(V):
    def __gt__(self, o): return 'W.gt'
    def __eq__(self, o): return 'W.eq'
def run():
    a, b, c = V(1), V(2), V(1)
    print(a == b, a == c, a < b, a <= b, V(0) <= b, a == 5, a < 5, a > b, 5 > a)
    n = 0
    while a < 10:
        a.x += 1
        if a == b: n += 100
        if a == c: n += 1000
        if not a == c: n += 1
        if a <= b: n += 3
        if V(0) <= b: n += 10000
    print(n, a[3], V(5)[1], a['k'])
    for f in (lambda: a[13], lambda: a != b, lambda: a < 'x', lambda: 1 if a < 'x' else 2, lambda: a >= b):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
    print(V(1) == W(1), V(1) < W(1), W(1) == V(1))
    if V(1) == W(1): print('yes')
run()
