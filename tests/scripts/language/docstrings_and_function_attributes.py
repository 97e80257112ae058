# area: language
# prio: P0
# checks: __doc__, __name__, __qualname__, attributes on functions
def f(a, b=1):
    "The doc."
    return a


class C:
    """Class doc."""

    def m(self):
        def inner():
            pass
        return inner


print(f.__doc__, f.__name__, f.__qualname__, C.__doc__, C.m.__qualname__, C().m().__qualname__)
f.tag = "x"
print(f.tag, f.__dict__, f.__defaults__, (lambda: 0).__name__, (lambda: 0).__doc__)
f.__name__ = "renamed"
print(f.__name__, f.__module__, len.__name__)
print(f.__code__.co_varnames[:2], f.__code__.co_argcount, f.__code__.co_name)
