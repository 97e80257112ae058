# area: types
# prio: P1
# checks: cooperative super() in a diamond with keyword arguments

class Root:
    def __init__(self, **rest):
        print("Root", rest)
        super().__init__()

    def who(self):
        return ["Root"]


class Left(Root):
    def __init__(self, left, **rest):
        print("Left", left)
        super().__init__(**rest)

    def who(self):
        return ["Left", *super().who()]


class Right(Root):
    def __init__(self, right=0, **rest):
        print("Right", right)
        super().__init__(**rest)

    def who(self):
        return ["Right", *super().who()]


class Both(Left, Right):
    def who(self):
        return ["Both", *super().who()]


class Mixin:
    def who(self):
        return ["Mixin", *super().who()]


b = Both(left=1, right=2, extra=3)
print(b.who(), [c.__name__ for c in Both.__mro__])
print(type("M", (Mixin, Both), {})(left=5).who(), super(Left, b).who(), super(Right, Both).who(b))
try:
    class Bad(Root, Left):
        pass
except TypeError as error:
    print(error)
try:
    Mixin().who()
except AttributeError as error:
    print(error)
