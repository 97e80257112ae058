# area: builtins
# prio: P0
# checks: every class derives from object; object instances are bare
o = object()
print(isinstance(1, object), object.__bases__, int.__mro__, type(o) is object, o == o, o != object(), bool(o), object.__name__, issubclass(type, object), isinstance(object, type))
try:
    o.x = 1
except AttributeError as e:
    print(type(e).__name__)
print(int.__name__, int.__bases__, bool.__bases__, list.__mro__[1], str.__class__, "A".__class__, (5).__class__.__name__, type(o).__mro__)
