# area: regressions
# prio: P3
# checks: what the differential fuzzer found: exceptions with __radd__, slots before the MRO, tuples that claim to be classes
import dataclasses
import pprint
from collections import UserList, namedtuple


def told(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class Radd(Exception):
    def __radd__(self, other):
        return 'radd', other


class Text(str):
    pass


class Many(tuple):
    pass


class Whole(int):
    def __float__(self):
        return 3


told(lambda: 'a' + Radd())
told(lambda: [1] + Radd())
told(lambda: type(iter(Text('a'))).__name__)
told(lambda: type('C', (object, type('D', (), {})), {'__slots__': 5}))
told(lambda: isinstance(1, Many((str, int))))
told(lambda: print >> 3)
told(lambda: float(Whole()))
told(lambda: 3.5j ** float('inf'))
told(lambda: type.__module__)
told(lambda: (5).__round__(None))
told(lambda: round(5, None))
told(lambda: {1, 2}.issuperset([3, []]))
told(lambda: namedtuple('N', 'a b')(1, 2, 3, zz=1))
told(lambda: pprint.pformat([1], width=b''))
told(lambda: 'a'.encode('\0'))
told(lambda: b'%c' % Text('ab'))
told(lambda: dataclasses.dataclass(True, order=True))
told(lambda: Text('a') + 1j)
told(lambda: UserList([1]) + (2,))
told(lambda: {}.update(int | None))
told(lambda: list[lambda: 0])
told(lambda: '%c' % Text('xy'))


class Bad:
    def __iter__(self):
        return 5


told(lambda: 1 in Bad())
told(lambda: ''.join(Bad()))
try:
    raise ValueError
except Many((KeyError, ValueError)) as e:
    print('caught', type(e).__name__)
