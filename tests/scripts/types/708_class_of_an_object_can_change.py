# area: types
# prio: P1
# checks: __class__ takes a class with the same layout only
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    pass


class B:
    def hello(self):
        return 'hello'


class S:
    __slots__ = ('x',)


class S2:
    __slots__ = ('x',)


class S3:
    __slots__ = ('y',)


def change(obj, cls):
    obj.__class__ = cls
    return type(obj).__name__


t(change, A(), B)
t(change, A(), S)
t(change, S(), S2)
t(change, S(), S3)
t(change, A(), int)
t(change, 1, bool)
t(change, A(), 'text')
a = A()
a.__class__ = B
print(a.hello())
