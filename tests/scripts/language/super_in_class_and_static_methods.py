# area: language
# prio: P0
# checks: super() in classmethods, in properties and with explicit arguments
class A:
    @classmethod
    def make(cls):
        return "A.make for " + cls.__name__

    @property
    def value(self):
        return 1

    @staticmethod
    def plain(x):
        return x * 2


class B(A):
    @classmethod
    def make(cls):
        return "B then " + super().make()

    @property
    def value(self):
        return super().value + 10

    def up(self):
        return super(B, self).plain(4), super(B, type(self)).make()


class C(B):
    pass


print(C.make(), B().value, C().up(), C.plain(3), C().plain(5))
