# area: modules
# prio: P1
# checks: indexing, slicing, searching and changing an array
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


from array import array
a = array('d', [1.5, 2, 3])
t(lambda: (a[0], a[-1], a[1:], a + a, a * 2, 2 * a))
t(lambda: a == array('i', [1, 2, 3]))
t(lambda: array('i', [1, 2]) < array('f', [1, 3]))
t(a.index, 2.0)
t(a.index, 9)
t(a.count, 3)
t(a.pop)
t(a.pop, 9)
t(a.insert, 0, 7)
t(a.remove, 99)
t(a.remove, 7)
t(a.reverse)
print(a)
a[0:1] = array('d', [9, 8, 7])
print(a, a[::-2])
del a[::2]
print(a)
t(a.__setitem__, slice(0, 1), [1])
t(lambda: a[100])
t(lambda: a['x'])
t(lambda: a + [1])
t(a.extend, [1, 2])
t(a.extend, array('i'))
a += array('d', [5])
a *= 2
print(a, 5.0 in a)
match a:
    case [first, *rest]:
        print(first, rest)
