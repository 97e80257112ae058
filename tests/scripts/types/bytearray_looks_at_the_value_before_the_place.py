# area: types
# prio: P2
# checks: items and slices of a bytearray: which of two mistakes is noticed; what cannot be bytes; fromhex and complex texts
import io, itertools


def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


b = bytearray(b'abc')
tell(lambda: b.__setitem__(9, 'x'))
tell(lambda: b.__setitem__(9, 300))
tell(lambda: b.__setitem__(9, 30))
for value in (5, 1.5, 1j, 'x', None, len, [1, 'x'], [300], {1: 2}):
    tell(lambda: b.__setitem__(slice(0, 1), value))
    tell(lambda: b.__setitem__(slice(0, 1, 0), value))
    tell(lambda: b.extend(value))
print(b)
for text in ('0,', '0', 'x', '00 0', '0ß', 'ab é', '00x é'):
    tell(lambda: bytes.fromhex(text))
for text in ('_id', '1_0', '1__0', '1_j', 'é_', 'a_b', '_1', '1_', '1.5_', ' 1_0j '):
    tell(lambda: complex(text))
for kind in (io.StringIO, io.BytesIO):
    f = kind()
    for value in ('x', 2 ** 70, 1.5, None, -1):
        tell(lambda: f.read(value))
        tell(lambda: f.readline(value))
        tell(lambda: f.truncate(value))
for stop in (-1, -3, 'x', 1.5):
    tell(lambda: list(itertools.islice([1], stop)))
    tell(lambda: list(itertools.islice([1], 0, stop)))
tell(lambda: itertools.tee(5, 0))
tell(lambda: next(itertools.count(True)))
tell(lambda: pow(1j, 2, 3))
tell(lambda: pow(2, 1j, 3))
tell(lambda: pow(2, 1.5, 3))
tell(lambda: pow(None, 1.5, 3))
tell(lambda: pow(None, 2, 3))
tell(lambda: 'a'.find(1, 'x'))
tell(lambda: b'%d' % ([1],))
