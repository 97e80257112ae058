# area: types
# prio: P1
# checks: a released view refuses everything, and its object may change its length again
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


b = bytearray(b'xyz')
with memoryview(b) as v:
    t(b.append, 1)
    t(b.clear)
    t(b.pop)
    t(b.__iadd__, b'1')
    t(b.__delitem__, 0)
    t(b.__setitem__, slice(0, 1), b'')
    t(b.__setitem__, slice(0, 1), b'Q')
    t(lambda: v[0])
t(lambda: v[0])
t(lambda: v.obj)
t(lambda: len(v))
t(lambda: v == v)
t(v.tolist)
t(v.release)
b.append(7)
print(b)
