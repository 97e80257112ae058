# area: language
# prio: P0
# checks: __call__ with all kinds of arguments, callable()
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, *args, scale=1, **kw):
        return self.n + sum(args) * scale, kw


a = Adder(1)
print(a(), a(1, 2), a(1, scale=10), a(k=3))
print(callable(a), callable(5), callable(print), callable(Adder), callable(lambda: 0))
print(list(map(Adder(5), [1, 2])))
try:
    object()()
except TypeError as e:
    print(e)
