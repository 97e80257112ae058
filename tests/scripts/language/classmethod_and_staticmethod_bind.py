# area: language
# prio: P0
# checks: class methods receive the class they were called on, static methods nothing
class A:
    registry = []

    def __init__(self, v=0):
        self.v = v

    @classmethod
    def of(cls, *vs):
        return [cls(v) for v in vs]

    @staticmethod
    def check(v):
        return v > 0


class B(A):
    pass


print([type(x).__name__ + str(x.v) for x in B.of(1, 2) + A.of(3)])
print(A.check(1), B().check(-1), A.of.__self__ is A, B().of.__self__ is B)
f = B.of
print(len(f(1, 2, 3)))
