# area: regressions
# prio: P0
# checks: instances without a slot for weak references; object() has no attributes
import weakref


class Bare:
    __slots__ = ()


class Roomy:
    __slots__ = ("a", "__weakref__")


class Child(Bare):
    pass


r, c = Roomy(), Child()
print(weakref.ref(r)() is r, weakref.ref(c)() is c)
for f in (lambda: weakref.ref(Bare()), lambda: weakref.ref(object()), lambda: setattr(object(), "x", 1), lambda: setattr(Bare(), "x", 1), lambda: delattr(Roomy(), "a")):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
