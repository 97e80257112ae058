# area: language
# prio: P1
# checks: __slots__ gives exactly these attributes
class P:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = P(1)
print(p.x)
p.y = 2
print(p.y, hasattr(p, "__dict__"))
for f in (lambda: setattr(p, "z", 3), lambda: P(1).y):
    try:
        f()
    except AttributeError as e:
        print(type(e).__name__)
del p.x
print(hasattr(p, "x"))
