# area: pathlib
# prio: P1
# checks: glob and rglob: wildcards, sets, two stars, dots, folders only, links, and bad patterns
import os
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    base = Path(folder)
    for name in ['a.py', 'b.txt', '.hid', 'src/c.py', 'src/d.pyc', 'src/sub/e.py',
                 'src/sub/deep/f.py', 'doc/[x].md', 'doc/y.md', 'Doc.md']:
        path = base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (base / 'empty').mkdir()
    (base / 'link').symlink_to('src')
    (base / 'src' / 'loop').symlink_to(base)
    (base / 'broken').symlink_to('nowhere')

    def show(kind, pattern):
        try:
            found = [str(p.relative_to(base)) for p in getattr(base, kind)(pattern)]
            print(kind, repr(pattern), sorted(found), len(found) == len(set(found)))
        except (ValueError, NotImplementedError) as error:
            print(kind, repr(pattern), type(error).__name__, error)

    for pattern in ['*', '*.py', '*.md', '*/*.py', 'src/*', 'src', 'none', 'none/*', 'a.py/x',
                    '**', '**/', '*/', '**/*.py', 'src/**', 'src/**/*', '**/sub/*', '**/sub/**',
                    '**/**/e.py', '[ab].*', '[!a].txt', '?.py', 'doc/[[]x].md', '.*', 'link/*',
                    'broken', 'DOC/*', 'src/../a.py', 'src/../*.txt', '*/..', './a.py',
                    '', '/x', 'a**', '**b/c', '***']:
        show('glob', pattern)
    for pattern in ['*.py', 'sub', 'sub/*', '*/f.py', '', '.', '*/', 'y.md', '..', '/y', 'x**']:
        show('rglob', pattern)
    print(list((base / 'none').glob('*')), list((base / 'a.py').glob('*')))
    print(type(base.glob('*')).__name__, next(base.glob('b.*')).name)
    os.chdir(base)
    print(sorted(Path('.').glob('*.py')), sorted(Path('src').rglob('*.py')))
    print(sorted(map(str, Path().glob('*/*.md'))), [str(p) for p in Path('src/..').glob('a.*')])
    os.chdir('/')
