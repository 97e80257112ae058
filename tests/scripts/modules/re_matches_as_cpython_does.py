# area: modules
# prio: P1
# checks: re: groups, flags, look-around, backtracking, sub, split, errors
import re
print(re.findall(r'(\w+)=(\d+)', 'a=1, b=22, c=x'))
print(re.sub(r'(?P<x>\w)(\d)', r'\2\g<x>', 'a1b2'), re.split(r'[,;]\s*', 'a, b;c'), re.match(r'(a+)+$', 'aaaa').groups())
print(re.search(r'(?<=abc)def', 'abcdef'), re.compile('x', re.I|re.M), re.fullmatch(r'a|ab', 'ab'))
print(re.findall('', 'abc'), re.sub('x*', '-', 'abxd'), re.split('(-)', 'a-b-c'), re.sub('', '-', 'abc'))
for p in ['(', '[a', '*a', 'a**', '\\', '(?P<1>a)', 'a{3,2}', '(?<=a*)b', '\\q', '(?Px)', ')', '(?P<a>x)(?P<a>y)', r'\1', '[z-a]', 'x(?i)']:
    try: re.compile(p); print('ok', p)
    except re.error as e: print(p, '|', e)
print(re.match(r'(?:(a)|b)*', 'abab').span(1), re.findall(r'(?i)straße|É', 'STRASSE é straße É'))
print(re.match(r'((\d+)-)?x(?(1)y|z)', '12-xy'), re.match(rb'\w+', b'abc d'), re.search(r'\bfoo\b', 'a foo b').span())
print(re.sub(r'(?m)^', '> ', 'a\nb'), [m.span() for m in re.finditer(r'a.*?b', 'axbaab')], re.escape('a.b*c'))
m = re.match(r'(?P<first>\w+) (?P<second>\w+)', 'hello world'); print(m, m.groupdict(), m['first'], m.lastgroup, m.expand(r'\2 \1'))
print(re.match(r'(?>a*)a', 'aaa'), re.match(r'a++b', 'aab'), re.findall(r'\d{2,3}?', '12345'), re.match(r'(a{2}){2,3}', 'aaaaaa').group())
print(re.compile(r'''
  (\d+)  # number
  \s* [#]
''', re.X).match('12 #').group(1))
print(re.I, re.I | re.M, repr(re.A))
for text in ('', 'a', 'aaaa' * 50):
    print(bool(re.fullmatch(r'(a|b|ab)*?c?', text)))
print([m.groups() for m in re.finditer(r'(?P<k>\w+)\s*(?:=\s*(?P<v>\d+))?', 'a=1 bc d = 22')])
print(re.sub(r'(a)|b', lambda m: f'<{m.group(1)}>', 'abc'), re.subn('x', r'\n', 'axbx'))
print(re.search('é+', 'caféé!').span(), re.findall(r'\w', 'aéß_1 ²'), re.findall(r'(?a)\w', 'aé_'))
p = re.compile(r'b+')
print(p.search('aabb', 3), p.match('aabb', 2, 3), p.pattern, p.flags, p.groups, p == re.compile('b+'))
for bad in (lambda: re.sub('a', r'\2', 'a'), lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'),
            lambda: re.compile(3), lambda: re.match('(a)', 'a').group(2), lambda: re.sub('a', r'\g<x>', 'a')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
