# area: regressions
# prio: P0
# checks: a class with __eq__ alone cannot be hashed, nor can what derives from it
class E:
    def __eq__(self, other):
        return True


class F(E):
    pass


class G(E):
    __hash__ = object.__hash__


for f in (lambda: hash(E()), lambda: {F(): 1}, lambda: {E()}, lambda: hash(G()) == hash(G) or "hashed"):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(E.__hash__, F.__hash__)
