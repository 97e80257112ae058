# area: types
# prio: P1
# checks: gi_ attributes, send, throw, close and their complaints
def g():
    x = yield 1
    try:
        yield x
    except ValueError as e:
        yield ("caught", e.args)
    return "end"
def attempt(f, *a):
    try:
        print(repr(f(*a)))
    except BaseException as e:
        print(type(e).__name__, e)
it = g()
attempt(it.send, 5); attempt(next, it); attempt(it.send, "x"); attempt(it.throw, ValueError("v")); attempt(next, it); attempt(next, it); attempt(it.send, 1); attempt(it.throw, KeyError("late")); attempt(it.close)
it = g()
attempt(it.throw, 5); attempt(it.throw, ValueError, 5); attempt(it.throw, int); attempt(it.throw); attempt(it.send); attempt(it.throw, ValueError("a"), ValueError("b"))
it = g(); next(it)
print(it.gi_running, it.gi_suspended, it.gi_yieldfrom, it.gi_frame.f_lineno, it.gi_code.co_name, it.__name__, it.__qualname__, iter(it) is it, type(it))
it.__name__ = "renamed"; print(it.__name__, repr(it)[:25])
attempt(setattr, it, "__name__", 5); attempt(setattr, it, "gi_running", 1); attempt(setattr, it, "x", 1)
def ignores():
    while True:
        try: yield 1
        except GeneratorExit: print("ignored"); yield 2
it = ignores(); next(it); attempt(it.close)
def reenters():
    yield next(me)
me = reenters(); attempt(next, me)
def returns_on_close():
    try: yield 1
    except GeneratorExit: return "closed value"
def stops(): raise StopIteration("inside"); yield
attempt(next, stops())
def delegates():
    result = yield from [1, 2]
    print("result", result)
    try: yield from 5
    except TypeError as e: print(e)
    return (yield from g())
it = delegates(); attempt(next, it); attempt(it.send, "x"); attempt(next, it); attempt(it.send, None); attempt(it.throw, ValueError("to g")); attempt(it.throw, ValueError("again"))
attempt(len, g()); attempt(lambda: g()[0]); attempt(lambda: g() + 1); attempt(bool, g()); attempt(lambda: 1 in g()); attempt(type(g())); attempt(lambda: g().nope)
