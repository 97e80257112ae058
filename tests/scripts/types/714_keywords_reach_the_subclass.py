# area: types
# prio: P1
# checks: keywords of a subclass of a built-in type go to its own __init__ or __new__
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class L(list):
    def __new__(cls, seq, note=None):
        self = super().__new__(cls, seq)
        self.note = note
        return self


class T(tuple):
    def __init__(self, seq, note=None):
        self.note = note


class F(float):
    def __init__(self, x, note=None):
        self.note = note


class S(set):
    def __new__(cls, seq, note=None):
        return super().__new__(cls, seq)


for cls in (L, T, F, S):
    t(lambda: cls([1] if cls is not F else 1, note='n').note)
t(lambda: list(sequence=()))
t(lambda: tuple(sequence=()))
t(lambda: float(x=1))
