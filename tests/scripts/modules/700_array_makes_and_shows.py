# area: modules
# prio: P1
# checks: array() of every source, its attributes and its text
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


from array import array, typecodes
import array as module
print(typecodes, module.ArrayType is array)
a = array('i', [1, 2, 3])
print(a, a.typecode, a.itemsize, len(a))
t(array, 'd', (x / 2 for x in range(3)))
t(array, 'u', 'h\u00e9')
t(array, 'B', b'ab')
t(array, 'h', array('i', [4, 5]))
t(array, 'b')
t(array, 'x')
t(array, 'ab')
t(array, 1)
t(array, 'i', 1)
t(array, 'i', 'abc')
t(array, 'u', [1])
t(lambda: memoryview(a).tolist())
t(lambda: memoryview(a).format)
