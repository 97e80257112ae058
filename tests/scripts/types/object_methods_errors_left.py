# area: types
# prio: P1
# checks: (still different) object: its own methods, what it refuses
class C: pass
class W: __slots__ = ("a", "__weakref__")
for source in r'''object.__init__()
object.__setattr__(C(), 5, 1)
object.__getattribute__(C(), 5)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
