# area: pathlib
# prio: P1
# checks: home, expanduser, cwd, absolute, expandvars, and paths of the environment
import os
from pathlib import Path, PosixPath, PurePosixPath

os.environ['HOME'] = '/home/somebody'
print(Path.home(), Path('~').expanduser(), Path('~/x/../y').expanduser())
print(Path('a/~').expanduser(), Path('/~').expanduser(), PosixPath('~/').expanduser())
print(os.path.expanduser('~/z'), os.path.expanduser('z~'), Path('~root/k').expanduser())
os.environ['HOME'] = '/'
print(Path('~').expanduser(), os.path.expanduser('~/a'), os.path.expanduser('~'))
try:
    Path('~no_such_user_here/x').expanduser()
except RuntimeError as error:
    print(error)
print(os.path.expanduser('~no_such_user_here/x'))
os.chdir('/')
print(Path.cwd(), Path('a').absolute(), Path().absolute(), Path('/b/..').absolute())
os.environ['V'] = 'value'
print(os.path.expandvars('$V/${V}x/$NONE_OF_IT/$/${V/$$V'))
print(os.path.commonpath(['/a/b/c', '/a/b/d', '/a//b']), os.path.commonpath(['a/b', 'c']) == '')
for paths in ([], ['/a', 'b']):
    try:
        os.path.commonpath(paths)
    except ValueError as error:
        print(error)
print(os.path.exists('a\0b'), os.path.isdir('/'), os.path.ismount('/'), os.path.splitdrive('c:/x'))
print(isinstance(Path('a'), PosixPath), isinstance(Path('a'), PurePosixPath),
      [c.__name__ for c in PosixPath.__mro__])
print(Path('/').owner(), Path('/').group(), repr(Path('x')))


class Mine(PosixPath):
    def shout(self):
        return str(self).upper()


m = Mine('a') / 'b'
print(repr(m), m.shout(), type(m.parent).__name__, m == Path('a/b'), Mine.home().shout())
