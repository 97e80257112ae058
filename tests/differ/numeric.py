"""Rules of numbers and of what is true. One rule a line; see grammar.py for the holes."""

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
