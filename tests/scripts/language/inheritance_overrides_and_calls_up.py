# area: language
# prio: P0
# checks: methods are found along the bases, super() calls the next
class A:
    def who(self):
        return "A"

    def hello(self):
        return "hello from " + self.who()


class B(A):
    def who(self):
        return "B over " + super().who()


class C(B):
    pass


print(A().hello(), B().hello(), C().hello())
print(isinstance(C(), A), issubclass(C, A), issubclass(A, C), isinstance(C(), (int, B)))
print(C.__mro__ == (C, B, A, object), C.__bases__ == (B,), [k.__name__ for k in C.__mro__])
