# area: language
# prio: P0
# checks: lambdas with every kind of parameter, nested and immediately called
print((lambda: 1)())
print((lambda x, y=2, *a, k=3, **kw: (x, y, a, k, kw))(1, 5, 6, k=7, z=8))
add = lambda a: lambda b: a + b
print(add(1)(2))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
print((lambda *, k: k)(k=4), (lambda a, /: a)(5))
print((lambda: (yield))().__next__())
print(add.__name__, (lambda x: x if x else "zero")(0))
