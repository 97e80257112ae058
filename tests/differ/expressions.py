"""Rules of expressions by the kind they are likely to have: functions, anything, and the table of all kinds."""

from collected import LISTS, TUPLES, DICTS, ANYSETS, SETS, RANGES, ITERS
from numeric import INTS, FLOATS, COMPLEX, BOOLS
from texts import STRINGS, BYTES

FUNC1 = """
lambda x: x
lambda x: -x
lambda x: x % 3
lambda x: x > 2
lambda x: (x, x)
lambda x: str(x)
lambda x: x[0]
lambda x: 1 / x
lambda x: <any>
str
len
abs
repr
int
type
bool
operator.itemgetter(<small>)
operator.itemgetter(0, <small>)
operator.attrgetter('real')
operator.methodcaller('upper')
operator.neg
functools.partial(divmod, 200)
functools.partial(<func2>, <any>)
<any>
None
"""

FUNC2 = """
lambda a, b: a + b
lambda a, b: a - b
lambda a, b: (a, b)
lambda a, b: a if a < b else b
lambda a, b: a * b
operator.add
operator.sub
operator.mul
operator.truediv
operator.mod
operator.lt
operator.getitem
max
min
divmod
lambda a, b: pow(a, b, 7)
isinstance
getattr
"""

ANY = """
<int>
<int>
<float>
<str>
<str>
<list>
<ints>
<dict>
<tuple>
<bytes>
<none>
<bool>
<set>
<object>
<complex>
<range>
<any> + <any>
<any> - <any>
<any> * <small>
<any> / <any>
<any> // <any>
<any> % <any>
<any> & <any>
<any> | <any>
<any> ^ <any>
<any> @ <any>
<small> ** <small>
<tiny> << <any>
<any>[<any>]
<any>[<small>]
<any>[<slice>]
<any>[<key>]
<dict>[<key>]
<dict>.get(<key>)
<dict>.get(<any>, <any>)
<dict>.pop(<key>)
<dict>.pop(<key>, <any>)
<dict>.setdefault(<key>, <any>)
<dict>.popitem()
<list>.pop()
<list>.pop(<small>)
<set>.pop
<any>(<any>)
<object>.<attr>
<any>.<attr>
next(<iter>)
next(iter(<any>), <any>)
iter(<any>)
max(<iter>)
min(<iter>)
max(<any>, <any>, key=<func1>)
sum(<iter>, <any>)
abs(<any>)
round(<any>)
round(<any>, <small>)
getattr(<any>, <str>, <any>)
getattr(<any>, <str>)
-<any>
+<any>
~<any>
not <any>
<any> if <any> else <any>
<any> and <any>
<any> or <any>
lambda: <any>
type(<any>)
(lambda x: x)(<any>)
functools.reduce(<func2>, <iter>)
eval(<exprtext>)
eval(<exprtext>, {'x': <any>})
copy.copy(<list>)
copy.deepcopy(<dict>)
copy.deepcopy(<object>)
S(<any>)
I(<any>)
F(<any>)
L(<any>)
D(<any>)
T(<any>)
Num(<int>) <op> <any>
<any> <op> Num(<int>)
Pt(<any>, <any>)
Pt(<int>, <int>) < Pt(<int>, <int>)
dataclasses.asdict(Pt(<any>, <any>))
dataclasses.replace(Pt(1, 2), x=<any>)
dataclasses.replace(<any>, y=<any>)
Color(<any>)
Color[<any>]
Color.RED <op> <any>
collections.namedtuple('N', 'a b c')(*<iter>)
collections.namedtuple('N', <strs>)
types.SimpleNamespace(**<strdict>)
collections.deque(<iter>)
slice(<any>, <any>)
Exception(<any>)
KeyError(<any>)
OSError(<any>, <any>)
ValueError(<any>, <any>)
Exception(<any>).args
ExceptionGroup(<str>, [ValueError(<any>)])
asyncio.run(co(<any>))
operator.attrgetter(<str>)(<any>)
operator.concat(<any>, <any>)
functools.partial(<func2>, <any>)(<any>)
isinstance(<any>, <any>)
"""

TABLES = {
    "int": INTS,
    "float": FLOATS,
    "complex": COMPLEX,
    "bool": BOOLS,
    "str": STRINGS,
    "bytes": BYTES,
    "list": LISTS,
    "tuple": TUPLES,
    "dict": DICTS,
    "set": SETS,
    "anyset": ANYSETS,
    "range": RANGES,
    "iter": ITERS,
    "func1": FUNC1,
    "func2": FUNC2,
    "any": ANY,
    "num": "<int>\n<int>\n<float>\n<bool>\n<small>\n<float>",
    "lits": "<list>\n<ints>\n<tuple>",
    "order": "'big'\n'little'\n'big'\n<str>",
    "codec": "'utf-8'\n'ascii'\n'latin-1'\n'utf-16'\n'utf-32-le'\n'utf-8-sig'\n'UTF8'\n'nope'\n<any>",
    "errors": "'strict'\n'ignore'\n'replace'\n'backslashreplace'\n'xmlcharrefreplace'\n'nope'\n'ignore'",
    "type": "int\nstr\nlist\ndict\ntuple\nfloat\nbool\nobject\ntype\nException\nPt\nNum\nI\nS\ncollections.abc.Sequence\ncollections.abc.Hashable\nnumbers.Number\n<any>",
    "op": "+\n-\n*\n/\n//\n%\n**\n<<\n>>\n&\n|\n^\n@\n==\n!=\n<\n<=\n>\n>=\nin\nis",
    "attr": "real\nimag\nx\ny\nname\nvalue\nargs\n__class__\n__name__\nnumerator\nstart\nstop\nnope\nkeys\nupper\nappend\nv\n__len__\n__module__\n__qualname__",
    "exprtext": """
'1 +'
'x'
'[i for i in range(3)]'
'(lambda y: y + 1)(2)'
'{"a": 1}["a"]'
'1 if 0 else 2'
'x + <lit:int>'
'not x'
'x = 1'
'f"{x!r:>4}"'
'1 < 2 < x'
'*x'
'x[1:2, ::3]'
'yield'
'__import__("math").pi'
'(x := 5) + x'
'0x_f + 0b1 + 1_0'
'1__0'
'"a" "b" f"c"'
'x.y.z'
'print'
<any>
""",
}
