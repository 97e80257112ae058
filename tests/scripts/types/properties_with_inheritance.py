# area: types
# prio: P1
# checks: setters, deleters and overridden getters of properties

class Temp:
    def __init__(self, c):
        self.celsius = c

    @property
    def celsius(self):
        "Degrees."
        return self._c

    @celsius.setter
    def celsius(self, value):
        self._c = float(value)

    @celsius.deleter
    def celsius(self):
        self._c = 0.0

    fahrenheit = property(lambda self: self._c * 9 / 5 + 32, lambda self, f: setattr(self, "_c", (f - 32) * 5 / 9))


class Logged(Temp):
    @Temp.celsius.getter
    def celsius(self):
        return ("logged", super().celsius)


class Fixed(Temp):
    @property
    def celsius(self):
        return 1

    def __init__(self):
        pass


t, log = Temp(100), Logged(5)
print(t.celsius, t.fahrenheit, log.celsius, log.fahrenheit, Temp.celsius.__doc__, Fixed().celsius)
t.fahrenheit = 32
log.celsius = "7"
print(t.celsius, log.celsius)
del log.celsius
print(log._c, Temp.celsius.fget is not None, Temp.fahrenheit.fdel)
for bad in [lambda: setattr(Fixed(), "celsius", 1), lambda: delattr(t, "fahrenheit"), lambda: Temp("x")]:
    try:
        bad()
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)
