# area: types
# prio: P1
# checks: __dict__ and __weakref__ stand in the namespace of the class that gives them
class A:
    pass


class B(A):
    pass


class C:
    __slots__ = ()


class D:
    __slots__ = ('__dict__', '__weakref__', 'x')


class E(C):
    pass


class F(int):
    pass


for cls in (A, B, C, D, E, F):
    print(cls.__name__, sorted(set(cls.__dict__) & {'__dict__', '__weakref__'}))
print(A.__dict__['__dict__'], A.__dict__['__weakref__'])
print(list(A.__dict__))
import weakref
a = A()
print(a.__weakref__)
r = weakref.ref(a)
print(a.__weakref__ is r)
for make in (C, lambda: F(1), D):
    try:
        weakref.ref(make())
        print('fine')
    except TypeError as e:
        print(e)
