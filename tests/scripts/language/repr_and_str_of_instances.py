# area: language
# prio: P0
# checks: __repr__ and __str__, which one is used where, and their result must be a string
class R:
    def __repr__(self):
        return "R()"


class S:
    def __str__(self):
        return "as str"

    def __repr__(self):
        return "as repr"


class Bad:
    def __repr__(self):
        return 5


print(R(), [R()], str(R()), f"{R()} {R()!r}", "%s %r" % (R(), R()))
print(S(), [S()], {S().__str__(): S()}, f"{S()} {S()!r}", str(S()), repr(S()), (S(),))
try:
    repr(Bad())
except TypeError as e:
    print(e)
try:
    str(Bad())
except TypeError as e:
    print(e)
