# area: types
# prio: P1
# checks: __bases__ as a target: lookups, subclasses, errors
class A:
    def who(self):
        return 'A'


class B:
    def who(self):
        return 'B'

    def only(self):
        return 'only B'


class C(A):
    pass


class D(C):
    pass


d = D()
print(d.who(), A.__subclasses__(), B.__subclasses__())
C.__bases__ = (B,)
print(d.who(), d.only(), [c.__name__ for c in D.__mro__], A.__subclasses__(), B.__subclasses__())
C.__bases__ = (A, B)
print(d.who(), d.only(), C.__bases__)
for bad in ((), 3, (D,), (int,), (3,)):
    try:
        C.__bases__ = bad
    except TypeError as error:
        print(error)
try:
    int.__bases__ = (object,)
except TypeError as error:
    print(error)
print([c.__name__ for c in D.__mro__])
