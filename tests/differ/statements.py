"""Rules of statements. `block` is any statement; the others are pieces that only some statements use."""

SIMPLE = """
p(lambda: <any>)
---
p(lambda: <any>)
p(lambda: <str>)
---
p(lambda: <int>)
p(lambda: <list>)
---
p(lambda: <str>)
p(lambda: <str>)
p(lambda: <str>)
---
p(lambda: <bool>)
p(lambda: <float>)
p(lambda: <num>)
---
p(lambda: <bytes>)
p(lambda: <tuple>)
---
p(lambda: <dict>)
p(lambda: <anyset>)
---
show(<any>)
---
show(<str>)
---
<assign>
---
<assign>
<assign>
---
<assign>
show(<any>)
"""

BLOCK = SIMPLE + """
---
if <bool>:
    <block>
elif <any>:
    <block>
else:
    <block>
---
for <target> in <iter>:
    <inloop>
    show('loop')
else:
    show('else')
---
for <new> in <iter>:
    show(<@>)
    <inloop>
---
<new> = <lit:tiny>
while <@>:
    <@> -= 1
    <inloop>
else:
    show('no break')
---
n = 3
while n:
    n -= 1
    try:
        <inloop>
    except Exception as e:
        oops(e)
        continue
    finally:
        show('finally', n)
---
try:
    <block>
except (ValueError, TypeError) as e:
    oops(e)
except Exception as e:
    oops(e)
    <block>
else:
    show('else')
finally:
    <block>
---
try:
    raise <exc>
except <exctype>:
    <block>
    show(type(sys.exc_info()[1]).__name__)
---
try:
    try:
        raise <exc>
    except Exception as first:
        raise <exc> from <cause>
except Exception as e:
    oops(e)
    show(type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__)
---
try:
    try:
        <block>
    finally:
        raise <exc>
except Exception as e:
    oops(e)
    show(type(e.__context__).__name__)
---
try:
    raise ExceptionGroup('g', [<exc>, <exc>, ExceptionGroup('h', [<exc>])])
except* <groupable> as g:
    show(type(g).__name__, [type(x).__name__ for x in g.exceptions])
except* (TypeError, OSError) as g:
    show('second', str(g))
    <block>
---
try:
    try:
        raise <exc>
    except* <groupable> as g:
        show(str(g))
        raise
except BaseException as e:
    oops(e)
    show([type(x).__name__ for x in getattr(e, 'exceptions', ())])
---
with Manager(<bool>) as m:
    <block>
    show(m)
---
with Manager(True) as m, Manager(<any>) as n:
    raise <exc>
show('after')
---
with contextlib.suppress(<exctype>):
    <block>
    raise ValueError('suppressed?')
---
with contextlib.ExitStack() as stack:
    stack.callback(show, <any>)
    stack.enter_context(Manager(<bool>))
    <block>
---
with <any> as w:
    pass
---
match <any>:
    case <pattern>:
        show('first')
    case <pattern> if <bool>:
        show('second')
    case <pattern>:
        show('third')
    case _:
        show('other')
---
for subject in (<any>, <list>, <dict>, <object>, Pt(1, <any>)):
    match subject:
        case <pattern>:
            show('first')
        case <pattern>:
            show('second')
        case [a, *rest]:
            show(a, rest)
        case {'a': a, **rest}:
            show(a, rest)
        case str() | int() as what:
            show(what)
---
def <new>(<params>):
    <infunc>
    return <any>
p(lambda: <@>(<args>))
p(lambda: <@>(<args>))
---
def f(<params>):
    return sorted((k, text(v)) for k, v in locals().items())
p(lambda: f(<args>))
p(lambda: f(<args>))
p(lambda: f(<args>))
---
def f(x, n=<tiny>):
    <infunc>
    if n <= 0:
        return x
    return f(<any>, n - 1)
show(f(<any>))
---
def outer():
    total = <int>
    def inner(step):
        nonlocal total
        total <aug> step
        return total
    return inner
counter = outer()
p(lambda: [counter(<num>), counter(<num>), counter(<any>)])
---
def outer(a):
    def middle(b):
        def inner(c):
            <infunc>
            return (a, b, c)
        a2 = b
        return inner
    return middle
p(lambda: outer(<any>)(<any>)(<any>))
---
def f():
    try:
        <infunc>
        return <any>
    finally:
        <infunc>
p(f)
---
def f():
    for i in range(3):
        try:
            <inloop>
            if i == <tiny>:
                return i
        finally:
            if i == <tiny>:
                break
            show('f', i)
    return 'end'
p(f)
---
def g(n):
    <infunc>
    for i in range(n):
        got = yield i
        show('got', got)
        if got:
            <infunc>
    return <any>
it = g(<tiny>)
p(lambda: next(it))
p(lambda: it.send(<any>))
p(lambda: it.throw(<exc>))
p(lambda: list(it))
---
def g():
    try:
        yield <any>
        yield <any>
    except <exctype> as e:
        show('caught', type(e).__name__)
        yield <any>
    finally:
        show('closed')
it = g()
p(lambda: next(it))
p(lambda: it.throw(<exc>))
p(lambda: it.close())
p(lambda: next(it, 'done'))
---
def inner():
    try:
        r = yield from <iter>
        show('r', r)
    except <exctype> as e:
        oops(e)
        yield 'recovered'
    return <any>
def g():
    v = yield from inner()
    show('v', v)
    yield v
it = g()
p(lambda: next(it))
p(lambda: it.send(<none>))
p(lambda: it.throw(<exc>))
p(lambda: list(it))
---
class <new><bases>:
    <member>
    <member>
    <member>
o = build(<@>, <args>)
p(lambda: o)
p(lambda: <userexpr>)
p(lambda: <userexpr>)
p(lambda: <userexpr>)
p(lambda: <userexpr>)
p(lambda: <userexpr>)
p(lambda: <userexpr>)
---
class Base:
    <member>
    <member>
class Other(Base):
    <member>
    <member>
class Third(<twobases>):
    <member>
    def hello(self):
        return 'third', super().hello()
o = build(Third)
show([c.__name__ for c in Third.__mro__])
p(lambda: o.hello())
p(lambda: <userexpr>)
p(lambda: <userexpr>)
p(lambda: <userexpr>)
p(lambda: <userexpr>)
---
@dataclasses.dataclass<dcargs>
class Rec:
    a: int
    b: str = <lit:str>
    c: list = <dcfield>
o = build(Rec, <args>)
p(lambda: o)
p(lambda: o == Rec(<any>, <any>))
p(lambda: o < Rec(1, 'b'))
p(lambda: hash(o) == hash(o))
p(lambda: setattr(o, 'a', <any>))
p(lambda: dataclasses.replace(o, b=<any>))
---
class E(enum.<enumkind>):
    A = <enumvalue>
    B = <enumvalue>
    C = <enumvalue>
p(lambda: list(E))
p(lambda: E.A)
p(lambda: E(<any>))
p(lambda: E[<char>])
p(lambda: E.A | E.B)
p(lambda: E.A == <any>)
p(lambda: E.A < E.B)
p(lambda: (E.C.name, E.C.value))
p(lambda: f'{E.B} {E.B!r} {str(E.B)} {E.B:>10}')
---
class E(enum.<enumkind>):
    A = <autostart>
    B = enum.auto()
    C = enum.auto()
p(lambda: list(E))
p(lambda: E(<any>))
p(lambda: E.A | E.B)
p(lambda: f'{E.C} {E.C!r}')
---
a = b = <list>
a <aug> <any>
show(a, b)
---
a = <any>
a <aug> <any>
show(a)
---
d = <dict>
d[<key>] = <any>
d[<any>] <aug> <any>
show(d)
---
l = <list>
l[<small>] = <any>
l[<slice>] = <iter>
show(l)
---
l = <list>
l[<slice>] = <any>
show(l)
del l[<small>]
show(l)
del l[<slice>]
show(l)
---
l = list(<lit:list>)
p(lambda: l.append(<any>))
p(lambda: l.insert(<small>, <any>))
p(lambda: l.extend(<any>))
p(lambda: l.remove(<any>))
p(lambda: l.pop(<small>))
p(lambda: l.sort(key=<func1>, reverse=<bool>))
p(lambda: l.reverse())
p(lambda: l.index(<any>))
show(l)
---
d = dict(<lit:dict>)
p(lambda: d.update(<any>))
p(lambda: d.update(<dict>, **<strdict>))
p(lambda: d.pop(<key>))
p(lambda: d.setdefault(<key>, <any>))
p(lambda: d.popitem())
p(lambda: d.__ior__(<any>))
p(lambda: list(reversed(d)))
p(lambda: (<key> in d, <any> in d.values()))
show(d, d.keys(), d.values(), d.items())
---
s = set(<lit:set>)
p(lambda: s.add(<any>))
p(lambda: s.discard(<any>))
p(lambda: s.remove(<key>))
p(lambda: s.update(<iter>, <any>))
p(lambda: s.difference_update(<any>))
p(lambda: s.intersection_update(<iter>))
p(lambda: s.symmetric_difference_update(<iter>))
s <setaug> <any>
show(s)
---
b = bytearray(<bytes>)
p(lambda: b.append(<small>))
p(lambda: b.extend(<any>))
p(lambda: b.insert(<small>, <int>))
p(lambda: b.pop(<small>))
p(lambda: b.remove(<int>))
p(lambda: b.reverse())
b[<slice>] = <any>
p(lambda: b.__setitem__(<small>, <any>))
b += <any>
show(b)
del b[<slice>]
show(b)
---
q = collections.deque(<iter>, <any>)
p(lambda: q.append(<any>))
p(lambda: q.appendleft(<any>))
p(lambda: q.rotate(<small>))
p(lambda: q.extendleft(<iter>))
p(lambda: q.insert(<small>, <any>))
p(lambda: q.pop())
p(lambda: q.remove(<any>))
p(lambda: q[<small>])
p(lambda: q == <any>)
show(q)
---
od = collections.OrderedDict(<pairs>)
p(lambda: od.move_to_end(<key>, last=<bool>))
p(lambda: od.popitem(last=<bool>))
p(lambda: od == collections.OrderedDict(<pairs>))
p(lambda: od | <dict>)
show(od)
---
c = collections.Counter(<iter>)
p(lambda: c.update(<any>))
p(lambda: c.subtract(<iter>))
p(lambda: sorted(map(text, c.elements()))[:10])
p(lambda: c.total())
p(lambda: c[<key>])
p(lambda: +c)
p(lambda: c <= <any>)
show(sorted(map(text, c.items())))
---
m = collections.ChainMap(<strdict>, <strdict>)
p(lambda: m[<char>])
p(lambda: m.new_child(<strdict>))
p(lambda: m.parents)
p(lambda: m.pop(<char>))
show(m)
---
h = <ints>
heapq.heapify(h)
p(lambda: heapq.heappush(h, <any>))
p(lambda: heapq.heappop(h))
p(lambda: heapq.heapreplace(h, <num>))
p(lambda: heapq.heappushpop(h, <num>))
show(h)
---
l = sorted(<ints>)
p(lambda: bisect.insort(l, <num>))
p(lambda: bisect.insort_left(l, <any>, <small>, <small>))
show(l)
---
f = io.StringIO(<str>)
p(lambda: f.read(<small>))
p(lambda: f.readline())
p(lambda: f.seek(<small>))
p(lambda: f.write(<any>))
p(lambda: f.readlines())
p(lambda: f.truncate(<small>))
p(lambda: f.tell())
p(lambda: f.getvalue())
---
f = io.BytesIO(<bytes>)
p(lambda: f.read(<small>))
p(lambda: f.seek(<small>, <tiny>))
p(lambda: f.write(<any>))
p(lambda: f.readline(<small>))
p(lambda: list(f))
p(lambda: f.getvalue())
---
<target> = <iter>
show('unpacked')
---
a, *b = <iter>
show(a, b)
---
*a, b, (c, d) = <iter>
show(a, b, c, d)
---
(a, b), c = <any>, <any>
show(a, b, c)
---
a, b = b2, a2 = <any>
show(a, b, b2, a2)
---
global G
G = <any>
show(G)
del G
p(lambda: G)
---
x = <any>
del x
show(x)
---
p(lambda: undefined_name + <int>)
assert <any>, <any>
---
assert <bool>
---
raise <exc>
---
raise <any>
---
o = <object>
o.attr = <any>
show(o.attr)
del o.attr
show(o.attr)
---
o = <any>
o.<attr> = <any>
show(o.<attr>)
---
o = <any>
o[<any>] = <any>
del o[<any>]
show(o)
---
@deco(<any>)
def <new>(a, b=<any>):
    "doc"
    return a, b
p(lambda: <@>(<args>))
show(<@>.__name__, <@>.__doc__, <@>.__defaults__)
---
@functools.lru_cache(maxsize=<tiny>)
def f(x, y=0):
    show('called')
    return (x, y)
p(lambda: f(<key>))
p(lambda: f(<key>))
p(lambda: f(<key>, y=<key>))
p(lambda: f(<any>))
show(f.cache_info())
---
@functools.singledispatch
def f(x, *rest):
    return 'default', rest
@f.register(int)
def _(x):
    return 'int', x
@f.register
def _(x: str, y=1):
    return 'str', x, y
p(lambda: f(<any>))
p(lambda: f(<any>, <any>))
p(lambda: f())
---
async def work(n):
    <infunc>
    await asyncio.sleep(0)
    if n > 2:
        raise <exc>
    return n
async def amain():
    show(await asyncio.gather(*[work(i) for i in range(<tiny>)], return_exceptions=<bool>))
    show(await work(<small>))
asyncio.run(amain())
---
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            show('got', got)
            await asyncio.sleep(0)
    finally:
        show('agen done')
async def amain():
    show([x async for x in agen(<tiny>)])
    show({x: 1 async for x in agen(<tiny>) if x % 2})
    it = agen(<tiny>)
    async for x in it:
        show(x)
        <inloop>
    else:
        show('async else')
    show(await it.asend(<any>))
asyncio.run(amain())
---
async def amain():
    async with AsyncManager(<bool>) as m:
        <block>
        raise <exc>
    show('after', m)
asyncio.run(amain())
---
async def amain():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(co(<any>))
        b = tg.create_task(co(<any>, <exc>))
    show(a.result())
try:
    asyncio.run(amain())
except BaseException as e:
    oops(e)
---
async def amain():
    async def slow():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            show('cancelled')
            <block>
            raise
    t = asyncio.ensure_future(slow())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        oops(e)
    show(t.done(), t.cancelled())
    q = asyncio.Queue(<tiny>)
    q.put_nowait(<any>)
    show(await q.get(), q.qsize())
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except Exception as e:
        oops(e)
asyncio.run(amain())
---
def f(*args, **kwargs):
    return text(args), sorted(kwargs)
p(lambda: f(*<iter>, **<strdict>))
p(lambda: f(*<iter>, *<any>, k=<any>))
p(lambda: f(**<strdict>, **<strdict>))
p(lambda: f(**<any>))
p(lambda: f(a=1, **<strdict>))
---
exec(<code>)
---
ns = {}
exec(<code>, ns)
show(sorted(k for k in ns if k[0] != '_'))
---
import importlib
p(lambda: importlib.import_module(<modname>).__name__)
---
p(lambda: functools.partial(<func2>, <any>)(<any>))
p(lambda: functools.partial(<func1>)(<any>))
p(lambda: operator.itemgetter(<any>, <small>)(<any>))
p(lambda: operator.methodcaller(<methodname>, <any>)(<any>))
p(lambda: operator.attrgetter(<attrname>)(<any>))
---
o = <object>
p(lambda: getattr(o, <methodname>)(<any>))
p(lambda: getattr(<any>, <methodname>)(<any>))
p(lambda: getattr(<any>, <methodname>)(<any>))
p(lambda: getattr(<any>, <methodname>)())
p(lambda: getattr(type(<any>), <methodname>)(<any>, <any>))
---
p(lambda: printed(<any>, <num>, sep=<char>, end=<char>))
p(lambda: printed(<num>, <str>, sep=<any>))
p(lambda: printed(*<ints>, sep=', '))
---
s = inspect.signature(lambda a, b=<lit:int>, /, c=2, *d, e, **f: 0)
p(lambda: str(s))
p(lambda: s.bind(<args>).arguments)
p(lambda: s.bind_partial(<args>).args)
"""

INLOOP = """
<block>
---
continue
---
break
---
if <bool>:
    break
---
if <bool>:
    continue
<block>
---
<block>
break
---
pass
"""

INFUNC = """
<block>
---
show(<any>)
---
return <any>
---
if <bool>:
    return <any>
---
if <any>:
    raise <exc>
---
pass
---
for <new> in <iter>:
    if <bool>:
        return <@>
---
<assign>
---
try:
    <infunc>
except <exctype> as e:
    oops(e)
"""

MEMBER = """
def __init__(self, *args, **kw):
    self.args = args
    self.v = <any>
---
def __init__(self, v=<any>):
    self.v = v
---
def hello(self):
    return 'hello', <any>
---
def __repr__(self):
    return <reprvalue>
---
def __str__(self):
    return <reprvalue>
---
def __eq__(self, other):
    show('eq')
    return <any>
---
def __hash__(self):
    return <num>
---
def __lt__(self, other):
    return <any>
---
def __len__(self):
    return <num>
---
def __bool__(self):
    return <boolvalue>
---
def __getitem__(self, key):
    show('getitem', key)
    return [10, 20, 30][key]
---
def __getitem__(self, key):
    return <any>
---
def __setitem__(self, key, value):
    show('setitem', key, value)
---
def __delitem__(self, key):
    show('delitem', key)
---
def __contains__(self, item):
    return <any>
---
def __iter__(self):
    return <iterable>
---
def __iter__(self):
    yield <any>
    yield <any>
---
def __next__(self):
    raise StopIteration(<any>)
---
def __call__(self, *args, **kw):
    return args, sorted(kw)
---
def __add__(self, other):
    show('add', type(other).__name__)
    return <opresult>
---
def __radd__(self, other):
    show('radd', type(other).__name__)
    return <opresult>
---
def __iadd__(self, other):
    show('iadd')
    return <opresult>
---
def __mul__(self, other):
    return <opresult>
def __rmul__(self, other):
    return 'rmul'
---
def __sub__(self, other):
    return NotImplemented
def __rsub__(self, other):
    return <any>
---
def __neg__(self):
    return <any>
def __abs__(self):
    return <any>
---
def __getattr__(self, name):
    if name.startswith('__'):
        raise AttributeError(name)
    return 'getattr ' + name
---
def __getattr__(self, name):
    raise <exc>
---
def __getattribute__(self, name):
    if name == 'v':
        return <any>
    return super().__getattribute__(name)
---
def __setattr__(self, name, value):
    show('setattr', name)
    object.__setattr__(self, name, value)
---
def __delattr__(self, name):
    show('delattr', name)
---
@property
def prop(self):
    return <any>
---
@property
def prop(self):
    return self.v
@prop.setter
def prop(self, value):
    show('set', value)
---
@staticmethod
def st(x=1):
    return x, <any>
---
@classmethod
def cl(cls, x=2):
    return cls.__name__, x
---
@functools.cached_property
def cached(self):
    show('computing')
    return <any>
---
def __int__(self):
    return <num>
---
def __float__(self):
    return <num>
---
def __index__(self):
    return <num>
---
def __enter__(self):
    return <any>
def __exit__(self, t, e, tb):
    show(getattr(t, '__name__', None))
    return <any>
---
def __format__(self, spec):
    return <reprvalue>
---
def __round__(self, n=None):
    return <any>, n
---
def __reversed__(self):
    return <iterable>
---
def __missing__(self, key):
    return 'missing', key
---
def __new__(cls, *args, **kw):
    show('new', args)
    return super().__new__(cls)
---
def __init_subclass__(cls, **kw):
    show('init_subclass', cls.__name__, kw)
---
def __class_getitem__(cls, item):
    return 'class_getitem', item
---
__slots__ = ('v', 'w')
---
__slots__ = <any>
---
__hash__ = None
---
__match_args__ = ('v',)
---
x = <any>
y = [x for _ in range(2)]
---
x: int = <any>
z: str
---
for i in range(2):
    show(i)
---
attr = Desc(<any>)
---
def __dir__(self):
    return <iterable>
---
def __length_hint__(self):
    return <num>
---
def __bytes__(self):
    return <bytes>
---
def __divmod__(self, other):
    return <any>
def __pow__(self, other, mod=None):
    return 'pow', other, mod
---
def __matmul__(self, o):
    return 'matmul'
def __imatmul__(self, o):
    return 'imatmul'
---
def __copy__(self):
    return <any>
---
def __instancecheck__(self, o):
    return <any>
---
def __subclasshook__(cls):
    return <any>
"""

TABLES = {"simple": SIMPLE, "block": BLOCK, "inloop": INLOOP, "infunc": INFUNC, "member": MEMBER}
