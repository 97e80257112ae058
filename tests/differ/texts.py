"""Rules of strings and bytes."""

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
f"{<lit:int>:{<tiny>}}"
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
