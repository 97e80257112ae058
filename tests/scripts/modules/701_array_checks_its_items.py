# area: modules
# prio: P1
# checks: every type code has its bounds and its words for what is outside
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


from array import array
for code, value in [('b', 128), ('b', -129), ('B', 256), ('B', -1), ('h', 2**20), ('H', 2**20), ('H', -1),
                    ('i', 2**40), ('I', -1), ('I', 2**40), ('l', 2**80), ('L', 2**80), ('L', -1),
                    ('q', 2**80), ('Q', -1), ('Q', 2**80), ('d', 'a'), ('f', None), ('i', 'x'), ('i', 1.5)]:
    t(array, code, [value])
a = array('i', [1])
t(a.append, 'x')
t(a.append, 2**40)
t(a.__setitem__, 0, 'z')
t(a.__setitem__, 5, 0)
print(a)
