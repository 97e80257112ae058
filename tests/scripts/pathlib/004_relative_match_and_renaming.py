# area: pathlib
# prio: P1
# checks: relative_to, is_relative_to, match, with_name, with_stem, with_suffix, and what they refuse
from pathlib import PurePosixPath as P, PureWindowsPath as W


def show(step):
    try:
        print(repr(step()))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


p = P('/etc/app/conf.tar.gz')
for other in ['/', '/etc', '/etc/app/', '/etc/app/conf.tar.gz', 'etc', '/et', '/etc/x', '']:
    show(lambda: p.relative_to(other))
    print(p.is_relative_to(other), end=' ')
print()
show(lambda: p.relative_to('/etc', 'app'))
show(lambda: p.relative_to())
show(lambda: P('a/b').relative_to('a'))
show(lambda: P('a/b').relative_to(''))
show(lambda: P('').relative_to('a'))
show(lambda: W('c:/A/b').relative_to('C:/a'))
for name in ['x', 'x.y', '', '.', 'a/b', '/', '..']:
    show(lambda: p.with_name(name))
for suffix in ['.zip', '', '.', 'zip', '.a/b', '.a.b', '..']:
    show(lambda: p.with_suffix(suffix))
for stem in ['x', '', 'a/b']:
    show(lambda: p.with_stem(stem))
for text in ['/', '', '.', '.rc', 'a.']:
    show(lambda: P(text).with_name('n'))
    show(lambda: P(text).with_suffix('.s'))
print([P(text).match(pattern) for text, pattern in [
    ('a/b.py', '*.py'), ('/a/b/c.py', 'b/*.py'), ('/a/b/c.py', '/a/*.py'),
    ('/a.py', '/*.py'), ('a.py', '/*.py'), ('a/b', 'A/B'), ('a/b', 'a/?'),
    ('a/b', 'a/b/c'), ('x/a.c', '[!b].c'), ('x/a.c', '[a-c].[ch]'), ('a/b', '**'),
    ('a/b/c', 'a/**/c'), ('a/b/c', 'a/**'), ('a[1]', 'a[[]1]'), ('.h', '*')]])
print(W('C:/Dir/File.TXT').match('dir/*.txt'), W('c:/a').match('C:*'), W('c:/a').match('d:/a'))
show(lambda: P('a').match(''))
show(lambda: P('a').match('.'))
