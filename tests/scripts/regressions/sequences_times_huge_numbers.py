# area: regressions
# prio: P1
# checks: an empty sequence times any number ends at once; what cannot be counted is refused in CPython's words
def told(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


many = 2**62
told(lambda: [] * many)
told(lambda: () * many)
told(lambda: [].__imul__(many))
told(lambda: '' * many + 'x')
told(lambda: b'' * many)
told(lambda: 'ab' * (2**63 - 1))
told(lambda: b'ab' * (2**63 - 1))
told(lambda: [1] * (2**63 - 1))
told(lambda: 'a' * 2**70)
told(lambda: bytes(2**63 - 1))
told(lambda: list(range(-2**63, 5)))
told(lambda: 2 << 2**64)
told(lambda: 2 << 2**70)


class Many:
    def __index__(self):
        return 2**70


told(lambda: 'a' * Many())
told(lambda: [1].sort(reverse=2**40))
told(lambda: (1, 2).__getitem__(Many()))
t = (1, 2)
for key in (2**70, Many(), 'a', 0):
    try:
        t[key] = 1
    except Exception as e:
        print(type(e).__name__, e)
