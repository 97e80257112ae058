# area: language
# prio: P0
# checks: cooperative super() calls in a diamond visit every class once
class Base:
    def __init__(self):
        print("Base")


class Left(Base):
    def __init__(self):
        print("Left in")
        super().__init__()
        print("Left out")


class Right(Base):
    def __init__(self):
        print("Right in")
        super().__init__()
        print("Right out")


class Bottom(Left, Right):
    def __init__(self):
        super().__init__()
        super(Left, self).__init__()


Bottom()
print([c.__name__ for c in Bottom.__mro__])
try:
    class Bad(Base, Left):
        pass
except TypeError as e:
    print(str(e).splitlines()[0])
try:
    class Twice(Base, Base):
        pass
except TypeError as e:
    print(e)
