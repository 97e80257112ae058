"""Rules of classes, their members, and objects that are asked everything."""

CLASSES = """
@dataclasses.dataclass<dcargs>
class Base:
    a: int
    b: list = dataclasses.field(default_factory=list)
    def __post_init__(self):
        show('post', self.a)
@dataclasses.dataclass<dcargs>
class Rec(Base):
    c: str = <lit:str>
    d: dataclasses.InitVar = None
    def __post_init__(self, d):
        show('post', self.c, d)
o = build(Rec, <args>)
p(lambda: o)
p(lambda: dataclasses.asdict(o))
p(lambda: dataclasses.astuple(o))
p(lambda: [f.name for f in dataclasses.fields(o)])
p(lambda: o == dataclasses.replace(o, c='x', d=1))
p(lambda: setattr(o, 'b', <any>))
---
class E(enum.<enumkind>):
    A = <enumvalue>
    B = <enumvalue>
    def __init__(self, *args):
        self.seen = len(args)
    @property
    def twice(self):
        return self.value * 2
    @classmethod
    def first(cls):
        return list(cls)[0]
    def _missing_(cls, value):
        return <any>
p(lambda: [m.name for m in E])
p(lambda: E.A.seen)
p(lambda: E.B.twice)
p(lambda: E.first())
p(lambda: E(<any>))
p(lambda: E.A in E)
p(lambda: dict(E.__members__))
p(lambda: len(E))
---
class Num2:
    def __init__(self, v):
        self.v = v
    def __getattr__(self, name):
        show('getattr', name)
        return <any>
    def __enter__(self):
        return self.v
    def __exit__(self, *exc):
        show('exit', exc[0] and exc[0].__name__)
        return <bool>
with Num2(<any>) as v:
    show(v)
    raise <exc>
show(Num2(1).other)
---
class Node:
    __slots__ = ('value', 'next')
    def __init__(self, value, next=None):
        self.value, self.next = value, next
    def __iter__(self):
        while self:
            yield self.value
            self = self.next
n = Node(<any>, Node(<any>))
show(list(n))
p(lambda: n.other)
p(lambda: setattr(n, 'other', 1))
p(lambda: n.__dict__)
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
    if key == 9:
        raise IndexError('an end, or lists are made of it without one')
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
