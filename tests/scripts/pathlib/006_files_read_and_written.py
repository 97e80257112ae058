# area: pathlib
# prio: P1
# checks: open, read and write text and bytes, touch, stat, exists, is_*, unlink, rename, replace
import os
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    base = Path(folder)

    def show(step):
        try:
            print(step())
        except (OSError, TypeError, ValueError) as error:
            print(type(error).__name__, str(error).replace(folder, 'BASE'))

    p = base / 'a.txt'
    print(p.exists(), p.is_file(), p.is_dir(), base.is_dir(), base.is_file())
    print(p.write_text('héllo\nworld\n', encoding='utf-8'), p.read_text('utf-8').split())
    print(p.read_bytes(), p.stat().st_size, p.lstat().st_size, p.is_file())
    print(p.write_bytes(b'a\r\nb'), p.write_bytes(bytearray(b'xyz')), p.read_bytes())
    print(p.write_text('a\nb\n', newline='\r\n'), p.read_bytes(), repr(p.read_text()))
    show(lambda: p.write_text(1))
    show(lambda: p.write_text(b'x'))
    show(lambda: p.write_bytes('x'))
    print(p.read_bytes())
    with p.open('a') as file:
        file.write('c\n')
    with p.open() as file:
        print([line for line in file], file.name == str(p))
    with open(p, 'rb') as file:
        print(file.read(3), os.path.getsize(p), os.stat(p)[6])
    show(lambda: p.open('q'))
    show(lambda: (base / 'none').open())
    show(lambda: (base / 'none').stat())
    show(lambda: (base / 'none').read_text())
    show(lambda: base.read_text())
    show(lambda: (p / 'x').read_bytes())
    print((p / 'x').exists(), Path('a\0b').exists(), (base / ('n' * 300)).parent == base)
    t = base / 't'
    t.touch(0o600)
    print(oct(t.stat().st_mode), t.read_bytes())
    os.utime(t, (10, 20.5))
    print(t.stat().st_atime, t.stat().st_mtime, t.stat().st_mtime_ns, os.path.getmtime(t))
    t.touch()
    print(t.stat().st_mtime > 1000)
    show(lambda: t.touch(exist_ok=False))
    show(lambda: (base / 'no' / 'file').touch())
    t.chmod(0o444)
    print(oct(t.stat().st_mode & 0o777), t.samefile(folder + '/./t'), t.samefile(p))
    show(lambda: t.samefile('/none/at/all'))
    u = t.rename(base / 'u')
    print(type(u).__name__, u.name, t.exists(), u.exists())
    print(u.replace(str(p)) == p, p.read_bytes(), u.exists())
    show(lambda: u.rename(base / 'v'))
    print(p.unlink(), p.unlink(missing_ok=True))
    show(lambda: p.unlink())
    show(lambda: base.unlink())
