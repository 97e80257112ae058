# area: regressions
# prio: P2
# checks: methods, items and len of subclasses of dict where a class, or an instance, changes what they are; natives by keywords
from collections import OrderedDict, defaultdict, Counter
class A(OrderedDict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k); self.x = 1
    def __len__(self): return 42
    def __contains__(self, k): return k == 'zz'
    def __delitem__(self, k): print('del', k); super().__delitem__(k)
a = A([(1,2),(3,4)], z=5)
print(a, len(a), 'zz' in a, 1 in a); del a[1]; print(a)
class B(dict): pass
class C(dict):
    def __init__(self, x): self.x = x
print(B(), B(a=1), B([(1,2)]), C(5), C(5).x)
for f in (lambda: C(), lambda: B(1,2), lambda: OrderedDict(1,2), lambda: OrderedDict(5), lambda: OrderedDict().popitem(lst=1), lambda: OrderedDict(a=1).popitem(last=True, x=1), lambda: OrderedDict(a=1).popitem(True, last=True), lambda: OrderedDict().move_to_end(last=3), lambda: OrderedDict(a=1).move_to_end(key='a', last=False), lambda: OrderedDict(a=1).pop(key='a'), lambda: OrderedDict.popitem({}, last=False), lambda: OrderedDict.popitem(last=False), lambda: len(len), lambda: sorted([3,1,2], key=lambda x: -x), lambda: sorted(iterable=[1], key=None), lambda: int('12', base=3), lambda: print(1, 2, sep='-', end='!\n'), lambda: 'a b c'.split(maxsplit=1, sep=' '), lambda: 'a b'.split(sep=' ', foo=1), lambda: list.sort([1], key=3, bad=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class D(dict):
    def __missing__(self, k): return k*2
    append = list.append
d = D(a=1)
for i in range(3):
    try: d.append(3)
    except TypeError as e: print(e)
    print(d['b'*i], d.get('a'), d.get('b'), 'a' in d, 'b' in d, len(d))
o = OrderedDict(); meth = 0
for i in range(4):
    o.setdefault(i, i)
    o.move_to_end(0)
    if i == 2: o.setdefault = lambda *a: print('mine', a)
print(o, o.__dict__.keys())
def g(x, *a):
    return x.get(*a)
class F(dict):
    pass
f = F(q=1)
for i in range(4):
    print(f.get('q', i), f.get('z', i), f.keys(), f.copy())
    if i == 1: F.get = lambda self, k, d=None: ('new', k)
    if i == 2: f.keys = 5; del F.get
    if i == 2: del f.keys
class G(OrderedDict):
    __slots__ = ('y',)
    def __del__(self): print('bye', self.y)
x = G(); x.y = 3; del x
print(OrderedDict(a=1) == OrderedDict(a=1), OrderedDict(a=1.0) == OrderedDict(a=1), OrderedDict(a=1,b=2) == OrderedDict(b=2,a=1), OrderedDict(a=float('nan')) == OrderedDict(a=float('nan')), OrderedDict({1:1}) != OrderedDict({True:1}))
c = Counter('aab'); del c['zz']; del c['a']; print(c, len(c), 'a' in c, c['nope'])
dd = defaultdict(list); dd['x'].append(1); print(dd, len(dd)); del dd['x']; print('x' in dd)
class M(type):
    def __call__(cls, *a): print('meta', a); return super().__call__(*a)
class N(dict, metaclass=M): pass
print(N({1:2}))
class P(dict):
    def __new__(cls, *a): print('new'); return super().__new__(cls)
print(P({1:2}), P())
it = iter(OrderedDict(a=1,b=2)); print(next(it), next(it), next(it, 'end'), next(it, 'end'))
try: next(it)
except StopIteration as e: print(repr(e))
o = OrderedDict(a=1,b=2); it = iter(o); next(it); o['c']=1
try: next(it)
except RuntimeError as e: print(e)
print([k+str(v) for k, v in OrderedDict(a=1,b=2).items()], list(OrderedDict(a=1).items()), dict(OrderedDict(a=1).items()))
o = OrderedDict((i,i) for i in range(5))
for k, v in o.items():
    if k == 4: break
    print(k, v)
