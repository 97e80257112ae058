# area: builtins
# prio: P0
# checks: isinstance with tuples, bool and int, errors
class A: pass
class B(A): pass


print(isinstance(1, int), isinstance(True, int), isinstance(1, bool), isinstance("a", (int, str)), isinstance(B(), A), isinstance(A(), B), isinstance(1, object), isinstance(int, type), isinstance(None, type(None)), isinstance(1, (str, (float, (int,)))))
print(issubclass(B, A), issubclass(A, A), issubclass(bool, int), issubclass(B, (str, A)), issubclass(KeyError, LookupError), isinstance([], int | list))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, (str, 5)), lambda: issubclass(1, int), lambda: issubclass(int, "x"), lambda: isinstance(1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
