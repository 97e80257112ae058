# area: pathlib
# prio: P1
# checks: symbolic and hard links, readlink, resolve with loops, realpath, lstat
import os
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    base = Path(folder).resolve()
    folder = str(base)

    def show(step):
        try:
            print(str(step()).replace(folder, 'BASE'))
        except (OSError, RuntimeError, NotImplementedError) as error:
            print(type(error).__name__, str(error).replace(folder, 'BASE'))

    (base / 'd/e').mkdir(parents=True)
    (base / 'd/f').write_text('text')
    (base / 'l').symlink_to('d')
    (base / 'l2').symlink_to(base / 'l' / 'e')
    (base / 'broken').symlink_to('none/x')
    (base / 'loop1').symlink_to('loop2')
    (base / 'loop2').symlink_to('loop1')
    (base / 'self').symlink_to('self/x')
    for name in ['l', 'l2', 'broken', 'loop1', 'd/f', 'none']:
        p = base / name
        print(name, p.is_symlink(), p.exists(), p.is_dir(), p.is_file(), os.path.lexists(p))
        show(p.readlink)
        show(lambda: oct(p.lstat().st_mode >> 12))
    for name in ['l', 'l/f', 'l2/..', 'l/e/../f', 'broken', 'none/a/../b', 'd/./e//', 'd/f/x']:
        show((base / name).resolve)
        show(lambda: (base / name).resolve(strict=True))
        show(lambda: os.path.realpath(base / name))
    for name in ['loop1', 'loop1/x', 'self']:
        show((base / name).resolve)
        show(lambda: (base / name).resolve(strict=True))
        show(lambda: os.path.realpath(base / name))
    show(lambda: (base / 'loop1').stat())
    (base / 'h').hardlink_to(base / 'd/f')
    print((base / 'h').samefile(base / 'd/f'), (base / 'h').stat().st_nlink)
    (base / 'h').write_text('new')
    print((base / 'l/f').read_text(), os.path.samefile(base / 'h', base / 'l/f'))
    show(lambda: (base / 'h').symlink_to('x'))
    show(lambda: (base / 'h').hardlink_to(base / 'd/f'))
    show(lambda: (base / 'g').hardlink_to(base / 'none'))
    show(lambda: (base / 'l').rmdir())
    show(lambda: (base / 'broken').chmod(0o600, follow_symlinks=False))
    show(lambda: (base / 'broken').chmod(0o600))
    (base / 'l').unlink()
    print((base / 'd/f').exists(), (base / 'l2').exists(), os.path.islink(base / 'l2'))
    os.chdir(base / 'd')
    show(lambda: Path('f').resolve())
    show(lambda: Path('../d').absolute())
    show(lambda: Path('nope').resolve(strict=True))
    show(lambda: Path.cwd())
    os.chdir('/')
    print(Path('x').resolve(), Path('x').absolute(), os.path.abspath('y'))
