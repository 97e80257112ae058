# area: types
# prio: P1
# checks: type() in one and three arguments, attributes of classes, what cannot be set
for source in r'''type(5), type(type), type("C", (), {}), type("C", (int,), {"x": 1})(5).x, type("C", (), {}).__bases__, type.__mro__
type()
type(1, 2)
type(1, 2, 3)
type("C", 5, {})
type("C", (), 5)
type("C", (5,), {})
type("C", (bool,), {})
type("C", (int, str), {})
type("C", (object, int), {})
type("C", (type(None),), {})
type("C", (), {"__slots__": 5})
type("C", (), {"__slots__": ("a", "a b")})
type("C", (), {"__slots__": ("x",), "x": 1})
type("C", (int,), {"__slots__": ("x",)})
type("", (), {}).__name__
setattr(int, "x", 1)
setattr(type("C", (), {}), "__name__", 5)
delattr(type("C", (), {}), "__name__")
setattr(type("C", (), {}), "__bases__", ())
setattr(type("C", (), {}), "__class__", int)
int.nope
type.__call__(int, "7"), type.mro(bool), int.__subclasscheck__(bool), int.__instancecheck__(True), type.__instancecheck__(int, 5)
isinstance(5, "int")
isinstance(5, (int, "x"))
isinstance(5, [int])
issubclass(5, int)
issubclass(int, 5)
isinstance(5, int | None), issubclass(int, int | str), isinstance(None, int | None), isinstance(5, ((str,), (int,)))
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
