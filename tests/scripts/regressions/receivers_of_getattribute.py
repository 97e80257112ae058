# area: regressions
# prio: P2
# checks: each built-in type's own __getattribute__ and what it takes
def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class Loud(list):
    def __getattribute__(self, name):
        return name if name == "loud" else super().__getattribute__(name)


for cls in (type, list, dict, str, bytes, int, float, set, tuple, range, property):
    t(lambda: cls.__getattribute__(None, "x"))
    t(lambda: cls.__getattribute__())
t(lambda: type.__getattribute__(int, "nothing"))
t(lambda: type.__getattribute__(int, 1))
t(lambda: list.__getattribute__([1], "append").__name__)
t(lambda: object.__getattribute__([1], "append").__name__)
t(lambda: int.__getattribute__(True, "real"))
t(lambda: (Loud([1]).loud, Loud([1]).count(1)))
