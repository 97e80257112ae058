# area: types
# prio: P1
# checks: property docs through getter, setter and subclasses; docs of methods
class P(property):
    """A property of our own."""


class C:
    @property
    def a(self):
        """a of C"""
        return 1

    @a.setter
    def a(self, value):
        pass

    @a.getter
    def a(self):
        """another a"""
        return 2

    @P
    def b(self):
        """b of C"""

    def none(self):
        pass

    def some(self):
        """some"""


print(C.a.__doc__, C.b.__doc__, P.__doc__, C().none.__doc__, C().some.__doc__, C.none.__doc__)
C.a.__doc__ = 'set'
print(C.a.__doc__, property(doc='given').__doc__, property(lambda self: 1).__doc__)
print(object().__reduce_ex__(2)[1], C().__reduce_ex__(4)[1:3], {}.__reduce_ex__(4)[0].__name__)
for slots in (['a b'], ['1'], [3]):
    try:
        type('S', (), {'__slots__': slots})
    except TypeError as error:
        print(error)


class Documented:
    __slots__ = ('__doc__',)


d = Documented()
d.__doc__ = 'own'
print(d.__doc__)
