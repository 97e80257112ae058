# area: pathlib
# prio: P1
# checks: paths of Windows on any system: drives, shares, long paths, both slashes, one case
from pathlib import PureWindowsPath as W, WindowsPath

for text in ['', 'a', 'a/b\\c', 'c:', 'c:a', 'c:/', 'C:\\a\\b.txt', '/a', '\\\\', '//s/t',
             '//s/t/u/v', '//s', '///s/t', '//?/c:/x', '//?/UNC/s/t/u', '//./dev',
             'c:/a/../b/.', '1:/x', 'ab:/x', 'c:\\\\a\\\\\\b']:
    p = W(text)
    print(repr(text), repr(p), str(p), p.parts)
    print('   ', repr(p.drive), repr(p.root), repr(p.anchor), repr(p.name), p.parent,
          p.is_absolute(), p.as_posix())
for args in [('c:/a', 'b'), ('c:/a', '/b'), ('c:/a', 'd:b'), ('c:/a', 'c:b'), ('c:', 'a'),
             ('a', 'c:', '/b'), ('//s/t/u', '/v'), ('c:a', '//s/t')]:
    print(args, W(*args), W(args[0]).joinpath(*args[1:]))
print(W('c:/a') / 'C:b', W('C:/A') == W('c:\\a'), hash(W('A/b')) == hash(W('a/B')))
print(sorted([W('b'), W('A'), W('c:/x'), W('B/a')]), W('a') < W('B'), W('A') <= W('a'))
for text in ['c:/a b', '//s/t/ü', 'c:a', '/a']:
    try:
        print(W(text).as_uri())
    except ValueError as error:
        print(error)
print([text for text in ['con', 'CON.txt', 'aux ', 'nul:x', 'com1', 'com0', 'lpt9', 'x/prn',
                         'con/x', '//s/t/nul', 'conin$', 'console', ''] if W(text).is_reserved()])
for other in ['c:', 'c:/', 'C:/A', 'd:/', '/a', '']:
    try:
        print(W('c:/a/b').relative_to(other))
    except ValueError as error:
        print(error)
print(W('c:/x.tar.GZ').suffixes, W('c:.').name, W('a.b').with_suffix('.C'))
for step in (lambda: W('c:/').with_name('d'), lambda: W('a').with_name('c:b'),
             lambda: W('a').with_name('b\\c'), lambda: W('a').with_suffix('./x'),
             lambda: WindowsPath('x')):
    try:
        print(step())
    except (ValueError, NotImplementedError) as error:
        print(type(error).__name__, error)
