# area: pathlib
# prio: P1
# checks: mkdir with parents and exist_ok, rmdir, iterdir, scandir, is_mount, and their errors
import os
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    base = Path(folder)

    def show(step):
        try:
            print(step())
        except OSError as error:
            print(type(error).__name__, error.errno, str(error).replace(folder, 'BASE'))

    d = base / 'd'
    print(d.mkdir(), d.is_dir())
    show(lambda: d.mkdir())
    show(lambda: d.mkdir(exist_ok=True))
    show(lambda: (base / 'x/y/z').mkdir())
    show(lambda: (base / 'x/y/z').mkdir(parents=True))
    show(lambda: (base / 'x/y/z').mkdir(parents=True))
    show(lambda: (base / 'x/y/z').mkdir(0o700, True, True))
    f = base / 'f'
    f.write_text('x')
    show(lambda: f.mkdir(exist_ok=True))
    show(lambda: (f / 'g').mkdir(parents=True))
    m = base / 'm'
    m.mkdir(0o500)
    print(oct(m.stat().st_mode))
    m.rmdir()
    print(sorted(p.name for p in base.iterdir()), type(next(base.iterdir())).__name__)
    show(lambda: list((base / 'none').iterdir()))
    show(lambda: list(f.iterdir()))
    show(lambda: (base / 'x').rmdir())
    show(lambda: f.rmdir())
    show(lambda: (base / 'none').rmdir())
    with os.scandir(base) as entries:
        rows = sorted((e.name, e.is_dir(), e.is_file(), e.is_symlink(), e.stat().st_size
                       if e.is_file() else '', repr(e)) for e in entries)
    print(*rows, sep='\n')
    entry = next(os.scandir(folder))
    print(entry.path == os.path.join(folder, entry.name), os.fspath(entry) == entry.path,
          entry.inode() == os.lstat(entry.path).st_ino, list(entries))
    show(lambda: os.scandir(base / 'none'))
    for path, folders, files in os.walk(base):
        print(os.path.relpath(path, base), sorted(folders), sorted(files))
    print(Path('/').is_mount(), base.is_mount(), (base / 'none').is_mount())
    (base / 'x/y/z').rmdir()
    (base / 'x/y').rmdir()
    print([p.name for p in (base / 'x').iterdir()])
