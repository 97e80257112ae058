# area: language
# prio: P0
# checks: the words of calls with missing arguments
def f(a, b, c): pass
def g(a, *, k, m): pass
def h(a): pass
def p(a, b, /): pass
def q(a, b, c, d, *, e): pass


for call in (lambda: f(), lambda: f(1), lambda: f(1, c=3), lambda: g(1), lambda: g(1, k=1), lambda: h(), lambda: p(1),
             lambda: q(1), lambda: g(k=1, m=2), lambda: f(b=1)):
    try:
        call()
    except TypeError as e:
        print(e)
