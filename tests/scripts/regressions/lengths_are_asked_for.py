# area: regressions
# prio: P2
# checks: list(), tuple(), bytes(), sorted() and [*x] ask for a length before they take the items, a set does not
class Counted:
    def __iter__(self):
        print('iter', end=' ')
        return iter([3, 1])

    def __len__(self):
        print('len', end=' ')
        return 7


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter('ab')

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for take in (list, tuple, bytes, sorted, set, lambda x: [*x], lambda x: (*x,), lambda x: [].extend(x), bytearray):
    print(take(Counted()))
for hint in (3, -1, 2.5, None, NotImplemented, TypeError('t'), KeyError('k'), 2**62, 2**70):
    for take in (list, tuple, ''.join):
        try:
            print(take(Hinted(hint)))
        except Exception as e:
            print(type(e).__name__, e)


class Late:
    def __iter__(self):
        yield 300
        raise KeyError('not reached: 300 is no byte')


try:
    bytes(Late())
except ValueError as e:
    print(e)
