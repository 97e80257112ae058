# area: language
# prio: P0
# checks: properties with getter, setter, deleter, and their errors
class Temp:
    def __init__(self):
        self._c = 0

    @property
    def c(self):
        "degrees"
        return self._c

    @c.setter
    def c(self, v):
        print("set", v)
        self._c = v

    @c.deleter
    def c(self):
        print("del")
        self._c = None

    @property
    def f(self):
        return self.c * 9 / 5 + 32


t = Temp()
t.c = 100
t.c += 1
print(t.c, t.f, Temp.c.__doc__)
del t.c
print(t.c)
for act in (lambda: setattr(t, "f", 1), lambda: delattr(t, "f")):
    try:
        act()
    except AttributeError as e:
        print(e)
