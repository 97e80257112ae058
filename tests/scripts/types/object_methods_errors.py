# area: types
# prio: P1
# checks: object: its own methods, what it refuses
class C: pass
class W: __slots__ = ("a", "__weakref__")
for source in r'''object() == object(), object().__eq__(5), object().__ne__(5), object().__lt__(5), object().__hash__() != None, object().__str__()[:7], object().__format__("")[:7]
object().__format__("x")
format(object(), "5")
object(1)
object(x=1)
C(1)
C(x=1)
object().x
setattr(object(), "x", 1)
delattr(C(), "x")
object().__class__, C().__class__.__name__, C.__dict__["__module__"], C().__dict__, C().__doc__, C().__module__
object.__new__()
object.__new__(5)
object.__new__(int)
getattr(5, 5)
hasattr(5, 5)
setattr(C(), "a", 1)
W().a
W().b
setattr(W(), "b", 1)
vars(W())
vars(5)
dir(5, 6)
object() < object()
object() + 1
-object()
object()[0]
object()()
len(object())
iter(object())
next(object())
object() in object()
bool(object()), hash(C) == hash(C), C == C, C != object, repr(C)[-3:], callable(C), callable(C())
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
