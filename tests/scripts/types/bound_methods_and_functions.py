# area: types
# prio: P1
# checks: methods and functions: attributes, equality, text, what may be set
class C:
    def m(self, a=1, *b, c: int = 2) -> str:
        "doc of m"
    @classmethod
    def k(cls): return cls
    @staticmethod
    def s(): return "s"
c, d = C(), C()
f = C.m
for source in r'''C.m.__name__, c.m.__name__, c.m.__func__ is C.m, c.m.__self__ is c, c.m == c.m, c.m is c.m, c.m == d.m, C.k.__self__ is C, c.k() is C, c.s(), C.__dict__["s"].__func__(), c.m.__doc__
f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__code__.co_argcount, f.__code__.co_varnames, f.__code__.co_kwonlyargcount, f.__code__.co_flags & 4, f.__closure__, f.__module__, f.__qualname__, f.__dict__
f.__name__.__class__, setattr(f, "x", 1), f.x, f.__dict__, c.m.x
setattr(f, "__name__", 5)
setattr(f, "__code__", 5)
setattr(f, "__defaults__", 5)
setattr(f, "__kwdefaults__", 5)
setattr(c.m, "x", 5)
setattr(len, "x", 5)
str.join(5, [])
str.join()
list.append(5, 1)
int.__add__("a", 1)
[].append.__call__(5), len.__call__([1])
f.__get__(c)() , f.__get__(None, C) is f
f.__get__()
C.m()
c.m(1, 2, c=3, d=4)
c.k(1)
c.s(1)
classmethod(5).__get__(None, int)
classmethod()
staticmethod(len)([1, 2])
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
