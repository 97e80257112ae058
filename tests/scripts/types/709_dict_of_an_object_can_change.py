# area: types
# prio: P1
# checks: __dict__ can be replaced by a dict, or deleted
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    pass


class D(dict):
    pass


a = A()
a.x = 1
a.__dict__ = {'y': 2}
t(lambda: a.y)
t(lambda: a.x)


def put(value):
    a.__dict__ = value
    return sorted(a.__dict__)


t(put, D(z=1))
t(put, [])
t(put, None)
del a.__dict__
print(a.__dict__)
a.q = 5
print(a.__dict__)


class S:
    __slots__ = ('s', '__dict__')


s = S()
s.s, s.d = 1, 2
s.__dict__ = {}
print(s.s, hasattr(s, 'd'))
