# area: types
# prio: P1
# checks: a view of bytes gives items, and views for slices
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


m = memoryview(bytearray(b'abcdef'))
t(lambda: m[0])
t(lambda: m[-1])
t(lambda: m[1:4].tobytes())
t(lambda: m[::2].tolist())
t(lambda: m[::-1].tobytes())
t(lambda: m[10])
t(lambda: m['a'])
t(lambda: len(m))
t(lambda: list(m))
t(lambda: 97 in m)
t(lambda: list(reversed(m)))
t(lambda: (m.nbytes, m.readonly, m.itemsize, m.format, m.ndim))
t(lambda: (m.shape, m.strides, m.suboffsets))
t(lambda: (m.c_contiguous, m.f_contiguous, m.contiguous))
t(lambda: m[::2].contiguous)
t(memoryview, 1)
t(memoryview, 'text')
t(m.hex)
t(m.hex, ':')
