# area: regressions
# prio: P2
# checks: methods of exceptions name their class; what an alias has of its own; bytes compare with bytes; odd keys of partials
import collections
import functools
import operator


def p(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)


for c in OSError, ImportError, StopIteration, SystemExit, KeyError, AttributeError, NameError, ValueError, UnicodeDecodeError:
    print(c.__init__, c.__str__)
    p(lambda: c.__init__([7], 1))
    p(lambda: c.__init__())
    p(lambda: c.__str__(7))

# All but a few attributes of an alias are those of what it stands for.
for name in ('__getattribute__', '__repr__', '__getitem__', '__hash__', '__iter__', '__init__', '__origin__', '__module__',
             '__name__', '__eq__', '__or__', '__args__', '__class__', '__getattr__', '__mro_entries__', '__doc__'):
    if name not in ('__or__', '__mro_entries__', '__doc__'):
        p(lambda: getattr(list[int], name))
        p(lambda: getattr(type[0], name))
p(lambda: operator.methodcaller('__getattribute__', True)(type[0]))
N = collections.namedtuple('N', 'a b')
p(lambda: list[N(1, 2)])
p(lambda: dict[N(int, str)] == dict[int, str])


class Odd:
    def __init__(self, e): self.e = e
    def __index__(self): raise self.e
    def __bool__(self): raise self.e


# What a method of the value raises is told in the words of memoryview.
for form in 'B', 'b', '?':
    m = memoryview(bytearray(b'abc')).cast(form)
    for e in TypeError('t'), ValueError('v'), OverflowError('o'), KeyError('k'):
        p(lambda: m.__setitem__(0, Odd(e)))
p(lambda: m[...])

for other in bytearray(b'a'), memoryview(b'a'), b'a':
    print(b'a'.__eq__(other), b'a'.__lt__(other), b'a' == other, other == b'a', other in [b'a'])
p(lambda: b'a' < memoryview(b'b'))
p(lambda: bytearray(b'a') < memoryview(b'b'))

made = functools.partial(divmod, 200, **{b'a': 1})
p(lambda: made)
p(lambda: made())
p(lambda: operator.methodcaller('__delitem__', [])(collections.deque([1])))
p(lambda: operator.delitem(collections.deque([1]), []))


class Seven(str):
    def __index__(self): return 7


class Memory(bytearray):
    def __index__(self): return 2


p(lambda: (float(Seven('z')), int(Seven('1'))))
p(lambda: (bytes(Memory(b'a')), bytearray(Memory(b'a'))))
