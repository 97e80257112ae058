"""Rules of expressions by the kind they are likely to have. One rule a line; see grammar.py for the holes."""

INTS = """
<int> + <int>
<int> - <int>
<int> * <int>
<int> // <int>
<int> % <int>
<int> & <int>
<int> | <int>
<int> ^ <int>
~<int>
-<int>
<int> << <tiny>
<int> >> <tiny>
<int> >> <int>
<int> ** <tiny>
pow(<int>, <tiny>, <int>)
pow(<int>, <small>, <int>)
abs(<int>)
int(<float>)
int(<str>)
int(<str>, <small>)
int(<lit:str>, base=<tiny>)
int(<bytes>)
round(<int>, <small>)
round(<float>)
divmod(<int>, <int>)[<tiny>]
len(<any>)
<int>.bit_length()
<int>.bit_count()
<int>.conjugate()
<int>.as_integer_ratio()[0]
int.from_bytes(<bytes>, <order>)
int.from_bytes(<bytes>, <order>, signed=<bool>)
int.from_bytes(<ints>, <order>)
sum(<ints>)
sum(<lits>, <num>)
max(<ints>)
min(<ints>, default=<int>)
max(<num>, <num>)
hash(<num>)
hash((<int>, <int>))
ord(<char>)
<str>.count(<char>)
<str>.find(<char>)
<str>.find(<str>, <small>, <small>)
<str>.rfind(<char>, <small>)
<str>.index(<char>)
<str>.rindex(<str>)
<list>.index(<any>)
<ints>.index(<int>, <small>, <small>)
<list>.count(<any>)
<tuple>.index(<any>)
<tuple>.count(<any>)
<range>.index(<int>)
<range>.count(<int>)
<bytes>.find(<bytes>)
<bytes>.index(<small>)
<bytes>.count(<bytes>, <small>)
<bytes>.rfind(<bytes>)
<ints>[<small>]
<bytes>[<small>]
<range>[<small>]
math.gcd(<int>, <int>)
math.lcm(<int>, <int>, <int>)
math.isqrt(<int>)
math.factorial(<tiny>)
math.comb(<small>, <small>)
math.perm(<tiny>, <small>)
math.floor(<float>)
math.ceil(<float>)
math.trunc(<num>)
math.prod(<ints>)
operator.index(<any>)
functools.reduce(<func2>, <ints>)
functools.reduce(<func2>, <list>, <int>)
bisect.bisect(<ints>, <int>)
bisect.bisect_left(sorted(<ints>), <int>, <small>)
bisect.bisect_right(sorted(<ints>), <int>, key=<func1>)
operator.length_hint(<any>, <small>)
<int> if <any> else <int>
<any> and <int>
<any> or <int>
"""

FLOATS = """
<float> + <num>
<num> - <float>
<float> * <num>
<num> / <num>
<float> // <num>
<num> % <float>
<float> ** <tiny>
<float> ** <float>
-<float>
abs(<float>)
float(<str>)
float(<int>)
float(<any>)
round(<float>, <small>)
divmod(<float>, <num>)[<tiny>]
float.fromhex(<str>)
float.fromhex(<float>.hex())
<float>.conjugate()
<float>.real
<complex>.imag
<complex>.real
math.sqrt(<num>)
math.floor(<num>)
math.fmod(<float>, <float>)
math.modf(<float>)[0]
math.frexp(<float>)[0]
math.ldexp(<float>, <small>)
math.copysign(<num>, <num>)
math.hypot(<num>, <num>)
math.dist(<ints>, <ints>)
math.fsum(<ints>)
math.fsum([<float>, <float>, <float>])
math.log(<num>)
math.log(<int>, <int>)
math.log2(<int>)
math.log10(<num>)
math.exp(<tiny>)
math.fabs(<num>)
math.remainder(<float>, <float>)
math.nextafter(<float>, <float>)
math.ulp(<float>)
math.radians(<num>)
math.atan2(<num>, <num>)
abs(<complex>)
sum([<float>, <int>, <float>])
"""

COMPLEX = """
<complex> + <num>
<complex> - <complex>
<complex> * <num>
<num> / <complex>
<complex> ** <tiny>
-<complex>
complex(<num>, <num>)
complex(<str>)
complex(<any>)
complex(real=<num>, imag=<num>)
<complex>.conjugate()
complex('<lit:int><lit:int>j')
"""

BOOLS = """
not <any>
<num> < <num>
<num> <= <num>
<num> == <num>
<num> != <num>
<any> == <any>
<any> != <any>
<any> < <any>
<any> >= <any>
<any> in <list>
<int> in <range>
<char> in <str>
<any> in <any>
<any> not in <dict>
<int> in <bytes>
<bytes> in <bytes>
<any> is None
<num> < <num> < <num>
<list> < <list>
<tuple> <= <tuple>
<set> <= <set>
<set> < <set>
<set> == <any>
<set>.isdisjoint(<any>)
<set>.issubset(<list>)
<set>.issuperset(<tuple>)
<range> == <range>
<dict> == <dict>
<dict>.keys() == <set>
<dict>.keys() <= <set>
<dict>.keys().isdisjoint(<any>)
<dict>.items() == <dict>.items()
bool(<any>)
isinstance(<any>, <type>)
isinstance(<any>, (<type>, <type>))
isinstance(<any>, int | str)
issubclass(<type>, <type>)
callable(<any>)
hasattr(<any>, '__len__')
hasattr(<any>, <str>)
all(<iter>)
any(<iter>)
<str>.startswith(<char>)
<str>.startswith((<str>, <str>))
<str>.endswith(<str>, <small>)
<str>.isalpha()
<str>.isalnum()
<str>.isdigit()
<str>.isdecimal()
<str>.isnumeric()
<str>.isspace()
<str>.isupper()
<str>.islower()
<str>.istitle()
<str>.isidentifier()
<str>.isprintable()
<str>.isascii()
<bytes>.startswith(<bytes>)
<bytes>.endswith((<bytes>, <bytes>))
<bytes>.isalpha()
<bytes>.isdigit()
<bytes>.isspace()
<bytes>.islower()
<bytes>.istitle()
float(<num>).is_integer()
math.isclose(<num>, <num>)
math.isclose(<num>, <num>, rel_tol=<float>)
math.isnan(<num>)
math.isfinite(<num>)
operator.contains(<any>, <any>)
keyword.iskeyword(<str>)
<str> < <str>
<bytes> < <bytes>
"""

STRINGS = """
f"{<lit:int>!s:{<lit:tiny>}}"
f"{<lit:int>:{<lit:tiny>}}|{<lit:str>!r:>{<lit:tiny>}}"
f"{<lit:float>:,.{<lit:tiny>}f}"
f"{<lit:list>}{{}}{<lit:dict>}"
<str>.encode(<codec>, <errors>).decode(<codec>, <errors>)
<str>.partition(<char>)[<tiny> % 3]
<str>.splitlines(keepends=<bool>)[0]
<str>.upper().lower().title()
str(<any>)
repr(<any>)
ascii(<str>)
<str> + <str>
<str> * <small>
<small> * <str>
<str>[<small>]
<str>[<slice>]
<str>.upper()
<str>.lower()
<str>.title()
<str>.capitalize()
<str>.swapcase()
<str>.casefold()
<str>.strip()
<str>.strip(<str>)
<str>.lstrip(<char>)
<str>.rstrip(<any>)
<str>.replace(<char>, <str>)
<str>.replace(<str>, <char>, <small>)
<str>.center(<small>)
<str>.center(<small>, <char>)
<str>.ljust(<small>, <char>)
<str>.rjust(<small>)
<str>.zfill(<small>)
<str>.expandtabs()
<str>.expandtabs(<small>)
<str>.join(<strs>)
<str>.join(<any>)
<str>.removeprefix(<char>)
<str>.removesuffix(<str>)
<str>.translate(<dict>)
<str>.translate(str.maketrans(<str>, <str>))
<str>.translate(str.maketrans('abc', 'xyz', 'lo'))
<str>.translate({97: 'A', 98: None, 99: <int>})
str.maketrans(<dict>)
str.maketrans(<any>)
<str>.encode().decode()
<bytes>.decode()
<bytes>.decode(<codec>)
<bytes>.decode('ascii', <errors>)
<bytes>.decode('utf-8', <errors>)
str(<bytes>, <codec>)
str(<bytes>, 'ascii', <errors>)
bin(<int>)
oct(<int>)
hex(<any>)
chr(<tiny> * 37)
chr(<int>)
format(<any>, <spec>)
format(<num>, <spec>)
format(<str>, <spec>)
format(<int>, <spec>)
format(<float>, <spec>)
format(<complex>, <spec>)
f'{<lit:int>:{<tiny>}}'
f"{<lit:float>!r:>12}"
f"{<num>:.{<tiny>}f}"
f"{<lit:int>=}"
f"{[<num>, <num>]!s:>20}"
'{:d}'.format(<any>)
'{:>8}|{:<8}|{:^8}'.format(<any>, <any>, <any>)
'{0[1]} {0[0]}'.format(<any>)
'{a} {b!r}'.format(**<strdict>)
'{a[0]:>{b}}'.format(a=<any>, b=<tiny>)
'{.real} {.imag}'.format(<num>, <any>)
<str>.format(<any>, <any>)
<str>.format_map(<strdict>)
'%s %r' % (<any>, <any>)
'%d' % <any>
'%5d|%-5d|%05d' % (<int>, <num>, <num>)
'%x %X %o' % (<int>, <int>, <int>)
'%#x %#o' % (<int>, <any>)
'%.3f %e %g' % (<num>, <num>, <num>)
'%c%c' % (<char>, <int>)
'%*d|%.*f' % (<tiny>, <int>, <tiny>, <num>)
'%(a)s %(b)r' % <strdict>
'%+d % d' % (<int>, <int>)
'%5.1f%%' % <num>
'%s' % <any>
'%i %u %a' % (<any>, <any>, <any>)
<str> % <any>
<float>.hex()
<bytes>.hex()
<bytes>.hex(':', <tiny>)
textwrap.fill(<str> * 9, <tiny> * 8)
textwrap.shorten(<str> * 3, <tiny> * 5)
textwrap.dedent(<str>)
textwrap.indent(<str>, <char>)
reprlib.repr(<any>)
string.capwords(<str>)
string.Template('$a ${b} $$').safe_substitute(<strdict>)
string.Template('$a ${b} $c').substitute(<strdict>)
type(<any>).__name__
max(<strs>, key=len)
pprint.pformat(<any>)
pprint.pformat(<lists>, width=<tiny> * 6)
"""

BYTES = """
bytes(memoryview(<bytes>)[<slice>])
memoryview(<bytes>).tobytes()
memoryview(bytearray(<bytes>)).hex()
memoryview(<bytes>)[<small>]
bytes(reversed(<bytes>))
bytearray(<bytes>).copy()
bytearray(<bytes>).pop(<small>)
bytearray(<bytes>).find(<bytes>, <small>)
bytearray(<bytes>).split(<bytes>)
bytearray(<bytes>).rpartition(<bytes>)
bytes(<tiny>)
bytes(<ints>)
bytes(<any>)
bytes(<str>, <codec>)
<str>.encode()
<str>.encode(<codec>)
<str>.encode('ascii', <errors>)
<str>.encode('latin-1', <errors>)
bytes.fromhex(<str>)
<bytes> + <bytes>
<bytes> + <any>
<bytes> * <small>
<bytes>[<slice>]
<bytes>.upper()
<bytes>.title()
<bytes>.swapcase()
<bytes>.capitalize()
<bytes>.strip()
<bytes>.strip(<bytes>)
<bytes>.replace(<bytes>, <bytes>)
<bytes>.replace(<bytes>, <bytes>, <small>)
<bytes>.join([<bytes>, <bytes>])
<bytes>.join(<any>)
<bytes>.center(<small>, b'*')
<bytes>.ljust(<small>)
<bytes>.zfill(<small>)
<bytes>.expandtabs(<small>)
<bytes>.translate(None, <bytes>)
<bytes>.translate(bytes.maketrans(b'abc', b'xyz'))
<bytes>.removeprefix(<bytes>)
b'%d %s %b' % (<any>, <bytes>, <bytes>)
b'%x|%5d|%c' % (<int>, <int>, <any>)
b'%a %r' % (<any>, <any>)
<int>.to_bytes(<tiny>, <order>)
<int>.to_bytes(<tiny>, <order>, signed=<bool>)
bytearray(<bytes>)
bytearray(<any>)
bytearray(<bytes>) + <bytes>
bytearray(<bytes>)[<slice>]
bytearray(<bytes>) * <tiny>
bytes(bytearray(<ints>))
"""

LISTS = """
sorted(<strs>, key=lambda s: (len(s), s))
sorted(<pairs>, key=operator.itemgetter(1), reverse=<bool>)
sorted(<lists>, key=sum)
sorted(<strs>, key=str.lower)
[i for i in range(<tiny>) for j in range(i) if (i + j) % 2]
[[j for j in range(i)] for i in range(<tiny>)]
[(a, b) for a, *b in <lists>]
[x for x in <iter> if (y := x)]
list(itertools.chain.from_iterable(<lists>))
list(itertools.groupby(sorted(<ints>)))[:0]
list(itertools.islice(<iter>, <small>, <small>, <small>))
list(itertools.accumulate(<ints>, max))
list(collections.deque(<ints>, maxlen=<tiny>))
list(memoryview(<bytes>))
list(dict(<pairs>).keys())
list(map(lambda a, b=<int>: (a, b), <iter>))
list(iter(lambda it=iter(<ints>): next(it, None), None))
sorted(collections.Counter(<str>).items(), key=lambda kv: (-kv[1], kv[0]))
list(functools.reduce(lambda a, b: a + [b], <ints>, []))
list(<any>)
list(<iter>)
sorted(<any>)
sorted(<list>, key=<func1>)
sorted(<strs>, key=len, reverse=<bool>)
sorted(<list>, key=str)
<list> + <list>
<list> + <any>
<list> * <small>
<list>[<slice>]
<str>.split()
<str>.split(<char>)
<str>.split(<str>, <small>)
<str>.rsplit(None, <small>)
<str>.rsplit(<char>, maxsplit=<tiny>)
<str>.splitlines()
<str>.splitlines(<bool>)
<bytes>.split(<bytes>)
<bytes>.splitlines(True)
list(<dict>)
list(<dict>.items())
[<any>, *<iter>]
[*<any>, <any>]
[<new> for <@> in <iter>]
[<@> * 2 for <@> in <iter>]
[<new> + 1 for <@> in <ints> if <@> % 2]
[(<@>, i) for i, <@> in enumerate(<iter>)]
[y for z in <lists> for y in z]
[y for z in <iter> for y in z]
[(lambda: w)() for w in <iter>]
[f() for f in [lambda: i for i in <ints>]]
[a if a else <any> for a in <list>]
[q := <int>, q + 1]
[k for k, v in <dict>.items()]
list(map(<func1>, <iter>))
list(map(<func2>, <iter>, <iter>))
list(filter(<func1>, <iter>))
list(filter(None, <iter>))
list(zip(<iter>, <iter>))
list(zip(<iter>, <iter>, strict=<bool>))
list(zip(*<lists>))
list(enumerate(<iter>, <small>))
list(reversed(<any>))
list(range(<small>, <small>, <small>))
list(itertools.chain(<iter>, <iter>))
list(itertools.islice(<iter>, <small>))
list(itertools.islice(itertools.count(<num>, <num>), <lit:tiny>))
list(itertools.islice(itertools.cycle(<iter>), <tiny>))
list(itertools.accumulate(<iter>))
list(itertools.accumulate(<ints>, <func2>, initial=<num>))
list(itertools.takewhile(<func1>, <iter>))
list(itertools.dropwhile(<func1>, <iter>))
list(itertools.filterfalse(<func1>, <iter>))
list(itertools.compress(<iter>, <iter>))
list(itertools.starmap(<func2>, <pairs>))
list(itertools.zip_longest(<iter>, <iter>, fillvalue=<any>))
list(itertools.product(<ints>, <str>[:2]))
list(itertools.product(<str>[:2], repeat=<tiny> % 4))
list(itertools.permutations(<iter>, <tiny> % 4))[:20]
list(itertools.combinations(<iter>, <tiny>))[:20]
list(itertools.combinations_with_replacement(<ints>, <tiny> % 4))[:20]
list(itertools.repeat(<any>, <tiny>))
list(itertools.pairwise(<iter>))
[(k, list(g)) for k, g in itertools.groupby(<iter>)]
[(k, list(g)) for k, g in itertools.groupby(<ints>, <func1>)]
[list(t) for t in itertools.tee(<iter>, <tiny> % 4)]
heapq.nlargest(<small>, <ints>)
heapq.nsmallest(<tiny>, <iter>)
list(heapq.merge(sorted(<ints>), sorted(<ints>)))
collections.Counter(<iter>).most_common(<tiny>)
list(collections.deque(<iter>, <tiny>))
list(collections.deque(<iter>, maxlen=<tiny>))
list(collections.ChainMap(<strdict>, <strdict>))
list(collections.OrderedDict(<pairs>).items())
copy.copy(<list>)
copy.deepcopy(<lists>)
textwrap.wrap(<str> * 5, <tiny> * 7)
sorted(<any>, key=<any>)
sorted(<ints>, key=functools.cmp_to_key(<func2>))
list(gen(<tiny>))
random.Random(<int>).sample(range(50), <small>)
random.Random(<str>).choices(<list>, k=<tiny>)
[random.Random(<int>).random() for _ in range(2)]
random.Random(<any>).randrange(<int>)
list(dict.fromkeys(<iter>))
dir(<tiny>)[:<tiny>]
<list>.copy()
eval(<exprtext>)
"""

TUPLES = """
tuple(<any>)
tuple(<iter>)
<tuple> + <tuple>
<tuple> * <small>
<tuple>[<slice>]
(<any>, *<iter>)
divmod(<num>, <num>)
<str>.partition(<char>)
<str>.rpartition(<str>)
<bytes>.partition(<bytes>)
<num>.as_integer_ratio()
<float>.as_integer_ratio()
slice(<small>, <small>, <small>).indices(<small>)
math.frexp(<num>)
math.modf(<num>)
tuple(x for x in <iter>)
max(<iter>, default=()), min(<iter>, default=())
(lambda *a, **k: (a, sorted(k.items())))(*<iter>, **<strdict>)
(lambda a, b=2, *c, d, e=5, **f: (a, b, c, d, e))(*<tuple>, **<strdict>)
(lambda a, /, b, *, c=3: (a, b, c))(<any>, <any>)
(lambda a, /, b, *, c=3: (a, b, c))(<any>, b=<any>, c=<any>)
(lambda a, b: (a, b))(<any>, <any>, *<tuple>)
(lambda *, k: k)(*<tuple>, **<strdict>)
"""

DICTS = """
dict(sorted(<strdict>.items()))
{k: [v for v in range(k)] for k in <ints> if k > 0}
{**<strdict>, **{'z': <any>}}
dict(enumerate(<iter>))
collections.Counter(<str>) | collections.Counter(<str>)
collections.OrderedDict(<pairs>) | <dict>
dict(collections.ChainMap(<strdict>, <strdict>).items())
dict(<any>)
dict(<pairs>)
dict(<pairs>, **<strdict>)
dict(<strdict>, a=<any>)
dict(zip(<strs>, <ints>))
dict.fromkeys(<iter>, <any>)
<dict> | <dict>
<dict> | <any>
{**<dict>, **<dict>}
{**<any>, 'k': <any>}
{<new>: i for i, <@> in enumerate(<iter>)}
{k: v for k, v in <iter>}
{<key>: <any>, <key>: <any>}
<dict>.copy()
dict(collections.Counter(<iter>))
collections.Counter(<iter>)
collections.Counter(<str>) - collections.Counter(<str>)
collections.Counter(<ints>) + collections.Counter(<ints>)
collections.Counter(<ints>) & collections.Counter(<ints>)
collections.OrderedDict(<pairs>)
collections.defaultdict(list, <dict>)
collections.defaultdict(<any>)
dict(collections.ChainMap(<dict>, <dict>))
types.MappingProxyType(<dict>)
vars(Pt(<any>, <any>))
"""

ANYSETS = """
set(<any>)
set(<iter>)
frozenset(<iter>)
<set> | <any>
<set> & <iter>
<set>.union(<iter>, <iter>)
<set>.intersection(<iter>)
<set>.difference(<iter>, <any>)
<set>.symmetric_difference(<iter>)
{<any>, *<iter>}
{x for x in <iter>}
<dict>.keys() & <iter>
<dict>.keys() - <set>
<dict>.keys() | <dict>.keys()
<dict>.keys() ^ <iter>
<dict>.items() & <dict>.items()
"""

SETS = """
set(<ints>)
frozenset(<ints>)
<set> | <set>
<set> & <set>
<set> - <set>
<set> ^ <set>
<set>.union(<ints>, <ints>)
<set>.intersection(<ints>)
<set>.copy()
{x // 2 for x in <ints>}
set(<range>)
"""

RANGES = """
range(<small>)
range(<small>, <small>)
range(<small>, <small>, <small>)
range(<int>, <int>, <int>)[<slice>]
<range>[<slice>]
range(<any>)
reversed(<range>)
"""

ITERS = """
<list>
<list>
<ints>
<tuple>
<str>
<dict>
<set>
<range>
<bytes>
<dict>.values()
<dict>.items()
iter(<list>)
(x for x in <list>)
map(<func1>, <list>)
gen(<tiny>)
reversed(<list>)
<any>
<lists>
<pairs>
zip(<list>, <str>)
Seq(<str>)
"""

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
