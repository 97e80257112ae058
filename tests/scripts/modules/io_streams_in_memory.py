# area: modules
# prio: P1
# checks: StringIO and BytesIO read, seek, truncate, iterate and close

import io

s = io.StringIO("one\ntwo\nthree")
print(s.readline(), s.read(2), s.tell(), list(s), s.read(), s.seek(0), s.readlines(5), s.getvalue())
s.seek(0, 2); print(s.write("!"), s.tell()); s.seek(3); s.truncate()
print(repr(s.getvalue()), s.readable(), s.writable(), s.seekable(), s.closed)
with io.StringIO() as out:
    print("a", 1, file=out, sep="-", end=";")
    out.writelines(["x", "y"])
    kept = out.getvalue()
print(kept, out.closed)
b = io.BytesIO(b"abc\ndef")
print(b.read(1), b.readline(), b.read(), b.seek(-2, 2), b.read(), b.getbuffer()[0])
b.seek(10); b.write(b"z"); print(b.getvalue(), io.StringIO("a\r\nb", newline=None).read(), io.StringIO("x", newline="\n").newlines)
for bad in [lambda: out.read(), lambda: s.write(b"x"), lambda: b.write("x"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: io.StringIO(5), lambda: io.BytesIO("x")]:
    try:
        bad()
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)
