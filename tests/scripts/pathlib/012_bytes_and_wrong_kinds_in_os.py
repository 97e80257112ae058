# area: pathlib
# prio: P2
# checks: os and os.path give bytes for bytes, refuse both at once, and name what is no path
import os
from os import path


def show(step):
    try:
        print(step())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


show(lambda: path.join(b'a', b'b', b'/c'))
show(lambda: path.join(b'a', 'b'))
show(lambda: path.join('a', 1))
for function in (path.split, path.basename, path.dirname, path.splitext, path.normpath,
                 path.abspath, path.realpath, path.expanduser, path.normcase, path.splitdrive,
                 path.expandvars):
    show(lambda: (function.__name__, function(b'/no_such/a.b/../c.d'), function('/no_such/x')))
show(lambda: path.relpath(b'/a/b', b'/a/c'))
show(lambda: path.relpath(b'/a/b', '/a'))
show(lambda: path.commonprefix([b'ab', b'ac']))
show(lambda: path.commonpath([b'/a/b', b'/a/c']))
show(lambda: path.commonpath([b'/a/b', '/a/c']))
print(type(os.listdir(b'/')[0]), type(next(os.scandir(b'/')).name), type(os.getcwdb()),
      type(next(os.walk(b'/'))[0]), os.fsdecode(b'x'), os.fsencode('x'))
print(path.isabs(b'/'), path.exists(b'/'), path.isdir(b'/'), path.ismount('a\0'))
for value in (1.5, None, [], path):
    for function in (os.stat, os.lstat, os.mkdir, os.rmdir, os.unlink, os.remove, os.readlink,
                     path.exists, path.isfile, path.islink, path.getsize, path.basename,
                     path.join, path.isabs):
        show(lambda: function(value))
for step in (lambda: os.rename(1.5, 'a'), lambda: os.replace('a', 1.5), lambda: os.scandir(1.5),
             lambda: os.listdir(1.5), lambda: os.utime(1.5), lambda: os.symlink(None, 'a'),
             lambda: os.link('a', None), lambda: os.chmod(1.5, 0), lambda: path.samefile(1.5, '/'),
             lambda: os.chdir(1.5), lambda: open(1.5), lambda: os.access(1.5, 0),
             lambda: os.open(1.5, 0), lambda: os.stat('a\0'), lambda: os.fspath(1)):
    show(step)
