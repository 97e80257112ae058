# area: exceptions
# prio: P0
# checks: errors raised inside __eq__, __iter__, __len__, __repr__ and friends reach the caller
class Bad:
    def boom(self, *a):
        raise RuntimeError("boom")
    __eq__ = __lt__ = __len__ = __iter__ = __repr__ = __bool__ = __getitem__ = __contains__ = __add__ = __call__ = __hash__ = boom


b = Bad()
n = 0
for f in (lambda: b == 1, lambda: b < 1, lambda: len(b), lambda: list(b), lambda: repr(b), lambda: bool(b), lambda: b[0], lambda: 1 in b, lambda: b + 1, lambda: b(), lambda: hash(b), lambda: {b: 1}, lambda: 1 == b, lambda: not b, lambda: [*b], lambda: sorted([b, b]), lambda: f"{b}", lambda: [1].index(b), lambda: str([b]), lambda: max(b), lambda: print(b)):
    try:
        f()
        print("no error")
    except RuntimeError:
        n += 1
print(n)
