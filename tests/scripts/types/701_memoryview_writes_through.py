# area: types
# prio: P1
# checks: what is written to a view is written to its object
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


b = bytearray(b'abcdef')
m = memoryview(b)


def put(key, value):
    m[key] = value
    return bytes(b)


t(put, 0, 65)
t(put, slice(1, 3), b'XY')
t(put, slice(1, 3), b'XYZ')
t(put, slice(None, None, 2), b'---')
t(put, 0, 300)
t(put, 0, 'a')
t(put, 0, 1.5)
r = memoryview(b'abc')
t(r.__setitem__, 0, 1)
t(r.__delitem__, 0)
t(m.__delitem__, 0)
t(lambda: m.toreadonly().readonly)
t(m.toreadonly().__setitem__, 0, 1)
