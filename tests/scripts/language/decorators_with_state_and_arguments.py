# area: language
# prio: P1
# checks: decorators with arguments, classes as decorators, and those that return other things

import functools


def repeat(times):
    def wrap(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            return [function(*args, **kwargs) for _ in range(times)]
        return inner
    return wrap


class Counted:
    def __init__(self, function):
        self.function, self.calls = function, 0
        functools.update_wrapper(self, function)

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)


@repeat(times=2)
@Counted
def double(x):
    "Twice x."
    return x * 2


class Thing:
    @Counted
    def method(self, n):
        return (type(self).__name__, n)


print(double(4), double.__name__, double.__doc__, double.__wrapped__.calls)
t = Thing()
print(t.method(1), t.method(2), Thing.method.calls)


@lambda f: f.__name__.upper()
def becomes_text():
    pass


handlers = {}
register = lambda name: lambda f: handlers.setdefault(name, f)


@register("add")
def _(a, b):
    return a + b


@register("neg")
def _(a):
    return -a


print(becomes_text, handlers["add"](1, 2), handlers["neg"](3), _ is handlers["neg"])
