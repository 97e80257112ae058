# area: language
# prio: P0
# checks: the words of calls with too many positional arguments
def f(): pass
def g(a): pass
def h(a, b=1): pass
def k(a, *, x): pass
def m(a=1, b=2, *, x=3): pass


class C:
    def method(self): pass

    def two(self, a): pass


for call in (lambda: f(1), lambda: g(1, 2), lambda: h(1, 2, 3), lambda: k(1, 2, x=3), lambda: k(1, 2, 3),
             lambda: m(1, 2, 3), lambda: m(1, 2, 3, x=4), lambda: C().method(1), lambda: C().two(1, 2), lambda: C.two(1)):
    try:
        call()
    except TypeError as e:
        print(e)
