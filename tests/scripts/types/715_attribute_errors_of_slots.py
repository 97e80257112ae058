# area: types
# prio: P1
# checks: what is said of attributes that cannot be set
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class B:
    y = 0
    __slots__ = ('z',)


b = B()
t(setattr, b, 'y', 1)
t(setattr, b, 'x', 1)
t(delattr, b, 'y')
t(lambda: b.z)


class C:
    pass


t(C, 1)
t(C().__init__, 1)
t(object.__setattr__, C, 'x', 1)
t(object.__delattr__, int, 'real')


class D:
    x = 1

    def __ne__(self, other):
        return 'different'


print(D() != D(), D() == 1)


class E(int):
    __slots__ = ()


def bad(slots, base=object):
    return type('X', (base,), {'__slots__': slots})


t(bad, ['a'], int)
t(bad, ['__dict__', '__dict__'])
t(bad, ['1'])
t(bad, [1])
print(D.__base__, bool.__base__, type('M', (D, int), {}).__base__, int.__flags__ >> 24 & 1)
