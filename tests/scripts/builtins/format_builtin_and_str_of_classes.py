# area: builtins
# prio: P0
# checks: format() without spec is str(); str and repr of builtin and user classes
class A: pass
class B:
    class C: pass


print(format(5), format("a"), format([1]), format(None), str(A) == repr(A), A, B.C, str(int), f"{A}", A.__name__, B.C.__qualname__)
try:
    format([1], "x")
except TypeError as e:
    print(e)
try:
    f"{A():>10}"
except TypeError as e:
    print(e)
