# area: types
# prio: P1
# checks: a vector class with every arithmetic side, comparison and hash

import math


class Vec:
    def __init__(self, *v):
        self.v = v

    def __add__(self, o):
        return Vec(*map(sum, zip(self.v, o.v))) if isinstance(o, Vec) else NotImplemented

    def __mul__(self, k):
        if isinstance(k, Vec):
            return sum(a * b for a, b in zip(self.v, k.v))
        return Vec(*(x * k for x in self.v)) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __neg__(self):
        return self * -1

    def __sub__(self, o):
        return self + -o

    def __matmul__(self, o):
        return self * o

    def __abs__(self):
        return math.hypot(*self.v)

    def __eq__(self, o):
        return self.v == o.v if isinstance(o, Vec) else NotImplemented

    def __hash__(self):
        return hash(self.v)

    def __iter__(self):
        return iter(self.v)

    def __repr__(self):
        return f"Vec{self.v}"


a, b = Vec(3, 4), Vec(1, -1)
print(a + b, a - b, a * 2, 2 * a, a * b, a @ b, -a, abs(a), a == Vec(3, 4), a != b, len({a, Vec(3, 4)}), sum([a, b]), [*a], a == 5)
a += b
a *= 3
print(a)
for bad in [lambda: a + 1, lambda: "x" * a, lambda: a * "x", lambda: a < b, lambda: a / 2, lambda: 1 + a, lambda: +a, lambda: a ** 2]:
    try:
        bad()
    except TypeError as error:
        print(error)
