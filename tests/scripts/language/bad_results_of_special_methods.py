# area: language
# prio: P0
# checks: the words when special methods return the wrong type
class L:
    def __init__(self, v):
        self.v = v

    def __len__(self):
        return self.v

    def __bool__(self):
        return self.v

    def __hash__(self):
        return self.v

    def __iter__(self):
        return self.v

    def __index__(self):
        return self.v


for f in (lambda: len(L(-1)), lambda: len(L("x")), lambda: bool(L(2)), lambda: hash(L("h")), lambda: iter(L(5)), lambda: [1][L("i")],
          lambda: range(L(1.5))):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print([10, 20][L(1)], bin(L(5)), "abc" * L(2), hash(L(7)))
