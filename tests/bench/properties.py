# group: attributes_and_methods
class Temp:
    unit = 1

    def __init__(self, c):
        self._c = c

    @property
    def c(self):
        return self._c

    @staticmethod
    def half(x):
        return x // 2

    @classmethod
    def scale(cls, x):
        return x * cls.unit


def run(n):
    t = Temp(3)
    total = 0
    for i in range(n):
        total += t.c + Temp.half(i) + t.scale(i) + Temp.unit
    return total


print(run(1_500_000))
