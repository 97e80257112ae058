# area: exceptions
# prio: P1
# checks: ExceptionGroup: what it takes, split, subgroup, derive, nesting, text
E, V, T, K = ExceptionGroup, ValueError, TypeError, KeyError
g = E("g", [V(1), E("h", [T(2), V(3)]), K(4)])
for source in r'''g, str(g), g.message, g.exceptions, repr(E("m", (V(1),))), BaseExceptionGroup("b", [V(1)]), BaseExceptionGroup("b", [KeyboardInterrupt()]), E.__mro__[1:3], str(E("one", [V(1)]))
E()
E("m")
E(5, [V(1)])
E("m", [])
E("m", 5)
E("m", [5])
E("m", [V])
E("m", [V(1)], 3)
E("m", [KeyboardInterrupt()])
E("m", {V(1)}) is None
g.split(V)
g.split((V, K))
g.split(OSError)
g.split(E)
g.split(lambda e: isinstance(e, T))
g.subgroup(V), g.subgroup(OSError), g.subgroup(lambda e: True) is g, g.split(Exception)[1]
g.split(5)
g.split("a")
g.subgroup((V, 5))
g.split(lambda: 1)
g.derive([V(9)]), g.derive((K(1),)).exceptions
g.derive(5)
g.derive([])
setattr(g, "message", 5)
setattr(g, "exceptions", 5)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
class Mine(E):
    def __new__(cls, m, es, code=0):
        self = super().__new__(cls, m, es)
        self.code = code
        return self
    def derive(self, es): return Mine(self.message, es, self.code)
class NoDerive(E): pass
class BadDerive(E):
    def derive(self, es): return 5
for source in r'''Mine("m", [V(1), T(2)], 7).split(V)[0].code, type(NoDerive("n", [V(1), T(2)]).split(V)[0]).__name__, Mine("m", [V(1)], 5).subgroup(V).code
BadDerive("b", [V(1), T(2)]).split(V)
E[int], E("a", [E("b", [E("c", [V(1)])])]).split(V)[0], BaseExceptionGroup("m", [V(1)]).__class__
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
