# area: builtins
# prio: P0
# checks: callable, type with one argument, id of the same object
print(callable(len), callable(int), callable("x"), callable(lambda: 0), type(1), type("a") == str, type(type(1)), type(len).__name__, type(lambda: 0).__name__, type([].append).__name__, type("".join).__name__)


class A:
    def f(self): pass


print(type(A().f).__name__, type(A.f).__name__, type(A), type(A()).__name__, type(A()) is A, type(print) is type(len), callable(A), callable(A()), callable(A.f))
