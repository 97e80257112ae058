# area: generators
# prio: P1
# checks: generators take their names from the function, and can be given others
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def f():
    yield


g = f()
print(g.__name__, g.__qualname__)
g.__name__ = 'name'
print(g.__name__, g.__qualname__)
g.__qualname__ = 'qual.name'
print(g.__name__, g.__qualname__, repr(g).split(' at ')[0])
t(setattr, g, '__name__', 5)
f.__name__ = 'other'
f.__qualname__ = 'some.other'
print(f().__name__, f().__qualname__)


def inner():
    print(outer_gen.gi_yieldfrom)
    yield 1
    print(outer_gen.gi_yieldfrom)


def outer():
    yield from inner()


outer_gen = outer()
print(next(outer_gen), outer_gen.gi_yieldfrom.__name__)
print(list(outer_gen))
