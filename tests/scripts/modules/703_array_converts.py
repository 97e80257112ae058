# area: modules
# prio: P1
# checks: bytes, lists, text and copies of arrays
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


from array import array
import copy
a = array('H', [1, 258])
t(a.tobytes)
t(a.tolist)
t(a.frombytes, b'\x05\x00')
t(a.frombytes, b'1')
t(a.fromlist, [7])
t(a.fromlist, [7, 'x'])
print(a)
a.byteswap()
print(a)
u = array('u', 'ab')
t(u.tounicode)
t(u.fromunicode, 'cd')
print(u)
t(a.tounicode)
print(copy.copy(a) == a, copy.deepcopy(a) == a)


class A(array):
    pass


z = A('i', [1])
z.note = 3
print(z, z.note, type(z + z).__name__)
m = memoryview(a)
t(a.append, 1)
m[0] = 5
print(a[0])
m.release()
a.append(1)
print(len(a))
