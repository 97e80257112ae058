# area: language
# prio: P0
# checks: unexpected, repeated and positional-only keyword arguments
def f(a, b=1): pass
def p(a, /): pass
def k(**kw): return kw


for call in (lambda: f(1, z=2), lambda: f(1, a=2), lambda: p(a=1), lambda: f(1, **{"b": 1, "c": 2}),
             lambda: f(**{"a": 1}, a=2), lambda: k(**{"x": 1}, **{"x": 2}), lambda: k(**{1: 2}), lambda: k(**5), lambda: f(*5)):
    try:
        print(call())
    except TypeError as e:
        print(e)
