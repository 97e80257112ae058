# area: programs
# prio: P1
# checks: numeric classes: rationals, polynomials, vectors, matrices, complex plane text plots
import math
import numbers
import operator
from functools import reduce
from itertools import starmap, zip_longest


class Fraction:
    __slots__ = ("n", "d")

    def __new__(cls, n=0, d=1):
        self = super().__new__(cls)
        if isinstance(n, str):
            n, _, d = n.partition("/")
            n, d = int(n), int(d or 1)
        elif isinstance(n, float):
            n, d = n.as_integer_ratio()
        elif isinstance(n, Fraction):
            n, d = n.n, n.d * d
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = math.gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g
        return self

    def _operation(name, function):
        def forward(a, b):
            if not isinstance(b, (Fraction, int)):
                return getattr(float(a), name)(b) if isinstance(b, float) else NotImplemented
            return function(a, Fraction(b))
        def backward(b, a):
            return function(Fraction(a), b) if isinstance(a, int) else NotImplemented
        forward.__name__, backward.__name__ = name, name.replace("__", "__r", 1)
        return forward, backward

    __add__, __radd__ = _operation("__add__", lambda a, b: Fraction(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _operation("__sub__", lambda a, b: Fraction(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _operation("__mul__", lambda a, b: Fraction(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = _operation("__truediv__", lambda a, b: Fraction(a.n * b.d, a.d * b.n))
    __floordiv__, __rfloordiv__ = _operation("__floordiv__", lambda a, b: (a.n * b.d) // (a.d * b.n))
    __mod__, __rmod__ = _operation("__mod__", lambda a, b: a - b * (a // b))
    del _operation

    def __pow__(self, n):
        return Fraction(self.n ** n, self.d ** n) if n >= 0 else Fraction(self.d ** -n, self.n ** -n)

    def __neg__(self): return Fraction(-self.n, self.d)
    def __abs__(self): return Fraction(abs(self.n), self.d)
    def __float__(self): return self.n / self.d
    def __int__(self): return int(self.n / self.d)
    def __floor__(self): return self.n // self.d
    def __ceil__(self): return -(-self.n // self.d)
    def __round__(self, digits=None): return round(float(self), digits) if digits is not None else math.floor(self + Fraction(1, 2))
    def __bool__(self): return self.n != 0
    def __hash__(self): return hash(self.n) if self.d == 1 else hash((self.n, self.d))
    def __eq__(self, other): return float(self) == other if isinstance(other, float) else (self - other).n == 0 if isinstance(other, (int, Fraction)) else NotImplemented
    def __lt__(self, other): return (self - other).n < 0 if isinstance(other, (int, Fraction)) else NotImplemented
    def __le__(self, other): return self < other or self == other
    def __repr__(self): return f"Fraction({self.n}, {self.d})"
    def __str__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    def __format__(self, spec): return format(float(self), spec) if spec and spec[-1] in "eEfFgG%" else format(str(self), spec)


half, third = Fraction(1, 2), Fraction("1/3")
print(half + third, half - 1, 2 * third, 1 / third, half ** -3, -half, abs(-half), half + 0.25, half > third, half == 0.5, half in {Fraction(2, 4)}, Fraction(0.125), sum([half, third, 1]), max(half, third, 0))
print(f"{half:.3f}|{third:>8}|{third:<8}|{half!r}|{half:%}", round(Fraction(7, 3), 2), round(half), math.floor(Fraction(-7, 2)), math.ceil(Fraction(-7, 2)), int(Fraction(-7, 2)), float(third), Fraction(7, 2) // 1, Fraction(7, 2) % 1, 5 % Fraction(3, 2), math.sqrt(Fraction(9, 4)))
for bad in (lambda: half + "x", lambda: "x" + half, lambda: Fraction(1, 0), lambda: half < "a", lambda: half / 0, lambda: Fraction("x"), lambda: setattr(half, "z", 1), lambda: half @ 2, lambda: [1, 2][half], lambda: sorted([half, "a"])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Polynomial(tuple):
    def __new__(cls, *coefficients):
        items = list(coefficients)
        while items and items[-1] == 0:
            items.pop()
        return super().__new__(cls, items)

    def __call__(self, x): return reduce(lambda total, c: total * x + c, reversed(self), 0)
    def __add__(self, other): return Polynomial(*starmap(operator.add, zip_longest(self, other, fillvalue=0)))
    def __neg__(self): return Polynomial(*map(operator.neg, self))
    def __sub__(self, other): return self + -other

    def __mul__(self, other):
        if isinstance(other, numbers.Number):
            other = Polynomial(other)
        result = [0] * (len(self) + len(other))
        for i, a in enumerate(self):
            for j, b in enumerate(other):
                result[i + j] += a * b
        return Polynomial(*result)

    __rmul__ = __mul__

    def __divmod__(self, other):
        rest, quotient = self, Polynomial()
        while len(rest) >= len(other):
            factor = Polynomial(*[0] * (len(rest) - len(other)), Fraction(rest[-1]) / other[-1])
            quotient, rest = quotient + factor, Polynomial(*(rest - factor * other)[:len(rest) - 1])
        return quotient, rest

    def derivative(self): return Polynomial(*(i * c for i, c in enumerate(self) if i))

    def __str__(self):
        terms = [f"{'' if c == 1 and i else c}{('x' if i == 1 else f'x^{i}') if i else ''}" for i, c in enumerate(self) if c]
        return " + ".join(reversed(terms)).replace("+ -", "- ") or "0"


p, q = Polynomial(-1, 0, 3, 1), Polynomial(1, 1)
print(p, "|", q, "|", p + q, "|", p * q, "|", p(2), q(half), p.derivative(), p - p, 3 * q, "|", *divmod(p, q), sep=" ")
root = 1.0
for _ in range(20):
    root -= p(root) / p.derivative()(root)
print(f"{root:.10f}", p == Polynomial(-1, 0, 3, 1, 0), len(p), p[2:], hash(q) == hash((1, 1)), Polynomial(), repr(q))


def determinant(m):
    m = [[Fraction(x) for x in row] for row in m]
    result = Fraction(1)
    for i in range(len(m)):
        pivot = next((r for r in range(i, len(m)) if m[r][i]), None)
        if pivot is None:
            return Fraction(0)
        if pivot != i:
            m[i], m[pivot], result = m[pivot], m[i], -result
        result *= m[i][i]
        for r in range(i + 1, len(m)):
            factor = m[r][i] / m[i][i]
            m[r] = [a - factor * b for a, b in zip(m[r], m[i])]
    return result


print(determinant([[2, 1], [5, 3]]), determinant([[0, 2, 1], [1, 1, 0], [3, 0, 1]]), determinant([[1, 2], [2, 4]]), determinant([[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)]))
pi = 4 * (4 * sum(Fraction((-1) ** k, (2 * k + 1) * 5 ** (2 * k + 1)) for k in range(8)) - sum(Fraction((-1) ** k, (2 * k + 1) * 239 ** (2 * k + 1)) for k in range(3)))
print(float(pi), round(pi, 8), len(str(pi.n)))
for y in range(-4, 5):
    print("".join(" .:-=+*#%@"[min(9, sum(1 for _ in iter(lambda z=[0j], c=complex(x / 12, y / 4): z.__setitem__(0, z[0] ** 2 + c if abs(z[0]) < 2 else 9) or abs(z[0]) > 2, True)) if abs(complex(x / 12 + 1, y / 4)) > 3 else 9)] if x < -26 else "#" if abs(reduce(lambda z, _: z * z + complex(x / 12, y / 4) if abs(z) < 4 else z, range(30), 0j)) < 2 else " " for x in range(-24, 10)).rstrip())
