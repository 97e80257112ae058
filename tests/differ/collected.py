"""Rules of lists, tuples, dicts, sets, ranges and whatever else can be iterated over."""

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
