# area: types
# prio: P1
# checks: views are equal by items; those of bytes hash like bytes
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


m = memoryview(b'abc')
t(lambda: m == b'abc')
t(lambda: b'abc' == m)
t(lambda: m == bytearray(b'abc'))
t(lambda: m != b'abd')
t(lambda: m == 'abc')
t(lambda: hash(m) == hash(b'abc'))
t(hash, memoryview(bytearray(b'abc')))
t(lambda: m < m)
t(lambda: memoryview(b'ab').cast('b') == m[:2])
t(lambda: b''.join([memoryview(b'a'), b'c']))
t(lambda: b'%b' % memoryview(b'zz'))
t(lambda: int(memoryview(b'12')))
t(lambda: str(memoryview(b'ab'), 'ascii'))
t(lambda: b'ab'.find(memoryview(b'b')))
