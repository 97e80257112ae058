# area: language
# prio: P1
# checks: a star wildcard is not looked at, and keys are checked as numbers
match range(1 << 30):
    case x, y, *_:
        print(x, y)
match range(1 << 40):
    case [*_]:
        print('any')
match [1, 2, 3]:
    case [_, second, *_]:
        print(second)
for pattern in ('{0: _, False: _}', '{0: _, 0.0: _}', '{1: _, 1.0: _}', '{f"": _}', '(None | _) | _'):
    try:
        compile(f'match x:\n case {pattern}: pass', 's', 'exec')
        print('fine')
    except SyntaxError as e:
        print(e.msg)
import collections.abc


class S(collections.abc.Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return 'ab'[i]


class MS(collections.abc.Mapping, collections.abc.Sequence):
    def __len__(self):
        return 0

    __getitem__ = __iter__ = None


for subject in (S(), MS(), 'ab', b'ab', bytearray(b'ab'), memoryview(b'ab'), range(2), {}):
    match subject:
        case [*_]:
            print(type(subject).__name__, 'sequence')
        case {}:
            print(type(subject).__name__, 'mapping')
        case _:
            print(type(subject).__name__, 'neither')
