# area: types
# prio: P1
# checks: cast() changes the type and the shape of the items
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


m = memoryview(bytearray(range(12)))
c = m.cast('H')
t(lambda: (c.tolist(), c.format, c.itemsize, c.shape))
t(lambda: c.cast('I'))
t(lambda: m.cast('q'))
t(lambda: m.cast('zz'))
t(lambda: m[::2].cast('b'))
d = m.cast('B', [3, 4])
t(d.tolist)
t(lambda: d[1, 2])
t(lambda: d[-1, -1])
t(lambda: d[0])
t(lambda: d[0, 0, 0])
t(lambda: d[3, 0])
t(lambda: (d.shape, d.strides, d.ndim, len(d)))
t(lambda: d.tobytes('F').hex())
t(lambda: d.cast('B').tolist() == m.tolist())
t(m.cast, 'B', [5, 5])
t(m.cast, 'B', [0])
t(m.cast, 'B', 'x')
t(lambda: m.cast('c')[65 - 65])
t(lambda: memoryview(b'\x01\x00').cast('?').tolist())
