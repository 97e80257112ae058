# area: modules
# prio: P2
# checks: the abstract numbers know the built-in ones

import numbers

for value in [1, True, 1.5, 2j, "1", None]:
    print(repr(value), [kind.__name__ for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(value, kind)])
print(issubclass(numbers.Integral, numbers.Rational), issubclass(int, numbers.Real), issubclass(float, numbers.Rational), numbers.Integral.__mro__[1].__name__)
print((5).numerator, (5).denominator, "__abs__" in numbers.Complex.__abstractmethods__)


class Half(numbers.Number):
    def __init__(self, n):
        self.n = n

    __hash__ = None


print(isinstance(Half(1), numbers.Number), isinstance(Half(1), numbers.Complex), Half(2).n)
try:
    numbers.Real()
except TypeError as error:
    print(str(error).split(" with")[0])


def kind(value):
    match value:
        case numbers.Integral():
            return "integral"
        case numbers.Real():
            return "real"
        case numbers.Number():
            return "number"
        case _:
            return "none"


print([kind(v) for v in [3, False, 2.5, 1j, "x", Half(0)]])
