# area: pathlib
# prio: P1
# checks: what a posix path is made of: parts, root, name, suffixes, stem, parent, and how texts are tidied
from pathlib import PurePath, PurePosixPath

for text in ['', '.', 'a', 'a/b.py', '/', '//', '///', '/a', '//a/b', '///a//b/',
             './a/./b/..', '../x', 'a.tar.gz', '.bashrc', '.a.b', 'a.', 'a..b',
             '..', '...', 'a/b/.', 'c:/x', 'a\\b', 'é/ü.txt', '/a/b/c.d/e']:
    p = PurePosixPath(text)
    print(repr(text), repr(p), str(p), p.parts)
    print('   ', repr(p.drive), repr(p.root), repr(p.anchor), repr(p.name),
          repr(p.suffix), p.suffixes, repr(p.stem), p.parent, p.is_absolute())
print(PurePosixPath(), PurePosixPath('a', 'b', '/c', 'd/e'),
      PurePosixPath('a', '', 'b'), PurePosixPath(PurePosixPath('x/y'), 'z'))
print(type(PurePath('a')).__name__, PurePath('a').parts is not None)
p = PurePosixPath('/usr/lib/x')
print(p.as_posix(), bytes(p), p.__fspath__(), bool(PurePosixPath('')))
print(p.as_uri(), PurePosixPath('/a b/ü%').as_uri())
print(p.is_reserved())
for make in (lambda: PurePosixPath('a').as_uri(), lambda: PurePosixPath(1),
             lambda: PurePosixPath(None), lambda: PurePosixPath(b'a'),
             lambda: setattr(p, 'x', 1), lambda: setattr(p, 'name', 'y'),
             lambda: p.x, lambda: PurePath('a', foo=1)):
    try:
        print(make())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
