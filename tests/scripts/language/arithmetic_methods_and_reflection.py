# area: language
# prio: P0
# checks: __add__ and its kin, the reflected forms, NotImplemented and subclass priority
class N:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        if isinstance(o, (int, N)):
            return f"{self.v}+{getattr(o, 'v', o)}"
        return NotImplemented

    def __radd__(self, o):
        return f"{o}r+{self.v}"

    def __mul__(self, o):
        return NotImplemented

    def __rsub__(self, o):
        return ("rsub", o)


class M(N):
    def __radd__(self, o):
        return f"M.radd {o.v}"


print(N(1) + 2, 2 + N(1), N(1) + N(2), 5 - N(1), N(1) + M(2))
for f in (lambda: N(1) + "x", lambda: N(1) * 2, lambda: N(1) - 1, lambda: N(1) * N(2)):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(sum([N(1), 2][:1], 10))
