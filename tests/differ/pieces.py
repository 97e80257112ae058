"""Rules of the pieces that statements need: patterns, targets, parameters, arguments, exceptions. One rule a line."""

TABLES = {
    "exc": """
ValueError('v')
ValueError
TypeError(<lit:int>)
KeyError(<lit:key>)
IndexError()
OSError(2, 'gone')
OSError(<lit:small>, 'x', 'file')
RuntimeError(<lit:int>, <lit:str>)
StopIteration(<any>)
ZeroDivisionError('z')
LookupError
AttributeError('a', name='n')
Exception(<any>)
AssertionError(<any>)
ExceptionGroup('eg', [ValueError(1), TypeError(2)])
UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why')
""",
    "cause": "None\nfirst\nValueError('c')\nKeyError\n<any>",
    "exctype": "ValueError\nTypeError\nKeyError\nLookupError\nException\nOSError\n(ValueError, KeyError)\nArithmeticError\nRuntimeError\nBaseException\nIndexError\nStopIteration\nExceptionGroup\n<any>",
    "groupable": "ValueError\nTypeError\nKeyError\n(ValueError, KeyError)\nException\nLookupError\nOSError\nExceptionGroup",
    "pattern": """
<capture>
<lit:int>
<lit:str>
None
True
-1
1.5
1 + 2j
[<subpattern>, <subpattern>]
[<subpattern>, *_]
[*_, <subpattern>]
[<subpattern>, *rest, <subpattern>]
(<subpattern>,)
[]
{}
{'a': <subpattern>}
{'a': 1, **kw}
{<lit:tiny>: _, 'b': <subpattern>}
int()
int(i)
str(s)
str() | bytes()
list([<subpattern>, *_])
dict()
Pt(x=<subpattern>)
Pt(<subpattern>, <subpattern>)
Pt(1, y=2)
Pt(_, _, _)
Num(v)
Num(n=3)
Color.RED
Color.RED | Color.BLUE
bool() | None
float(f)
(int() | str()) as u
[int() as i, *_] | {'a': i}
set()
tuple((_, _))
range()
object(real=re, imag=im)
S(t)
Odd()
""",
    "capture": "[a, b]\n(a, (b, c))\n[_, *others]\n{'k': cap}",
    "subpattern": "_\n_\nfirstname\n1\n'a'\nint()\nNone\n[_, _]\n1 | 2\nstr()\n{'a': _}\nPt()\n[]",
    "target": "a\n(a, b)\na, b\na, *b\n[a, [b, c]]\n*a,\na, (b, *c)\na, b, c",
    "params": """
a
a, b=<any>
a, b=<any>, *args
*args, **kw
a, /, b, *, c=<any>
a, *, b
a=<any>, *, b=<any>, **kw
a, b, /
*, a, b=1
a, /, *args, b=2, **kw
""",
    "args": """
<any>
<any>, <any>
<any>, b=<any>
*<tuple>
*<iter>, **<strdict>
a=<any>, b=<any>
<any>, c=<any>
<any>, <any>, <any>
**<strdict>
<any>, *<tuple>, b=<any>

""",
    "aug": "+=\n-=\n*=\n+=\n|=\n&=\n//=\n/=\n%=\n^=",
    "setaug": "|=\n&=\n-=\n^=",
    "bases": "\n\n(Base0)\n(Base0, metaclass=Meta)\n(metaclass=Meta)\n(int)\n(str)\n(list)\n(dict)\n(tuple)\n(Exception)\n(Base0, int)\n(abc.ABC)\n(float)\n(set)\n(bytes)\n(Base0, flag=1)\n(int, str)\n(bool)\n(collections.UserList)\n(collections.UserDict)\n(typing.Generic[TV])\n(Pt)\n(collections.deque)\n(<any>)",
    "twobases": "Base, Other\nOther, Base\nOther\nOther, Base0\nBase0, Other\nOther, dict",
    "userexpr": """
o == <any>
o != o
o < <any>
o > o
hash(o) == hash(o)
len(o)
bool(o)
o[<small>]
o[<slice>]
o[<any>]
o.__setitem__(<lit:int>, <lit:str>)
o.__delitem__(<lit:int>)
<any> in o
list(o)
iter(o)
next(o)
o(<args>)
o + <any>
<any> + o
o * <any>
<any> * o
o - <any>
<any> - o
-o
abs(o)
o.nope
o.v
o.x
o.prop
setattr(o, 'prop', <any>)
setattr(o, 'v', <any>)
setattr(o, 'fresh', <any>)
delattr(o, 'v')
delattr(o, <str>)
o.st()
o.st(<lit:int>)
type(o).cl(<lit:int>)
o.cached, o.cached
int(o)
float(o)
operator.index(o)
[1, 2, 3][o]
range(o)
f'{o}'
f'{o:>10}'
'%s %r' % (o, o)
'%d' % o
format(o, <spec>)
round(o)
round(o, 1)
list(reversed(o))
str(o)
repr(o)
type(o)[<any>]
o.attr
setattr(o, 'attr', <any>)
sorted([o, o])
max(o, <any>)
{o: 1}
[o].index(<any>)
[<any>, o].count(o)
{**o}
[*o]
dict(o)
bytes(o)
divmod(o, <any>)
o ** <any>
pow(o, 2, 3)
o @ <any>
sum(o)
sum([o, o])
tuple(o)
set(o)
copy.copy(o) is o
isinstance(1, o)
isinstance(o, (int, str, dict))
vars(o)
sorted(k for k in dir(o) if k[0] != '_')
''.join(o)
', '.join([o])
o is o
not o
o.__class__.__name__
o.__class__.__module__
type(o).__bases__
o.hello()
type(o).hello(<lit:int>)
math.sqrt(o)
chr(o)
'a' * o
[0] * o
enumerate(o)
zip(o, o)
min(o)
o.__eq__(<lit:int>)
o.__init__(<lit:int>)
object.__repr__(o)[:5]
operator.length_hint(o, 3)
matched(o)
""",
    "dcargs": "\n\n(order=True)\n(frozen=True)\n(eq=False)\n(unsafe_hash=True)\n(slots=True)\n(kw_only=True)\n(repr=False)\n(init=False)\n(order=True, frozen=True)\n(frozen=True, slots=True)\n(nope=1)",
    "dcfield": "dataclasses.field(default_factory=list)\ndataclasses.field(default=None)\n[]\nNone\ndataclasses.field(repr=False, default=1)\ndataclasses.field(compare=False, default=2)\ndataclasses.field(init=False, default=3)\ndataclasses.field()\ndataclasses.field(default=1, default_factory=list)\ndataclasses.field(kw_only=True)",
    "enumkind": "Enum\nIntEnum\nFlag\nIntFlag\nStrEnum\nEnum",
    # auto() after a smaller value or a text is another number in 3.13, so it comes only after small ones.
    "autostart": "1\n2\nenum.auto()\n1",
    "enumvalue": "1\n2\n4\n'a'\n<lit:int>\n1\n8\nNone",
    "reprvalue": "'R'\n'R'\n'(o)'\n<str>\n<any>",
    "boolvalue": "True\nFalse\n<any>",
    "iterable": "iter([1, 2])\niter('ab')\nself\n[1]\n<any>\niter(<iter>)",
    "opresult": "self\nNotImplemented\n<any>\n'result'",
    "methodname": "'__add__'\n'__mul__'\n'__getitem__'\n'__contains__'\n'__eq__'\n'__lt__'\n'__mod__'\n'__divmod__'\n'upper'\n'append'\n'join'\n'index'\n'count'\n'pop'\n'update'\n'get'\n'keys'\n'split'\n'__len__'\n'__iter__'\n'__bool__'\n'__str__'\n'__format__'\n'__init__'\n'__neg__'\n'__int__'\n'__float__'\n'__index__'\n'__round__'\n'__getattribute__'\n'__sub__'\n'__rsub__'\n'__radd__'\n'__and__'\n'__or__'\n'__pow__'\n'__truediv__'\n'__floordiv__'\n'__ge__'\n'__ne__'\n'__setattr__'\n'__delitem__'\n'__reversed__'\n'__rmul__'\n'__imul__'\n'__iadd__'\n'__ior__'\n'copy'\n'clear'\n'remove'\n'insert'\n'sort'\n'extend'\n'strip'\n'find'\n'replace'\n'encode'\n'decode'\n'union'\n'add'\n'discard'\n'__class__'\n'fromkeys'\n'__new__'\n'__abs__'\n'__trunc__'\n'bit_length'\n'as_integer_ratio'\n'conjugate'\n'hex'\n'real'",
    "attrname": "'real'\n'v'\n'x.real'\n'__class__.__name__'\n'nope'\n'x.nope'\n''\n'.'\n<any>",
    "modname": "'math'\n'os.path'\n'nope'\n'collections.abc'\n''\n'.x'\n'math.nope'\n<str>",
    "code": """
'z = 1'
'def h(): return 1\\nw = h()'
'x = ['
'return 1'
'for i in range(3):\\n    pass'
'print(undefined)'
'  indented = 1'
'break'
'class Q: pass'
'import math as m'
'from math import nope'
'a = b = c = 3; del b'
'lambda: (yield)'
'def f(a, a): pass'
'x = 1 = 2'
'f(**{}, *[])'
'nonlocal q'
'if 1:\\nx'
'"unterminated'
'x = 5 +'
'a, b = 1, 2'
'def f():\\n    global gg\\n    gg = 4\\nf()'
'raise ValueError(3)'
'assert 0, "no"'
<any>
""",
}
