# area: regressions
# prio: P2
# checks: item deletion refused in the words of sequences or in those of mappings; bounds of deque.index and array.index
import array
import collections


def say(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Plain:
    pass


class Text(str):
    pass


huge = 10**30
for thing in (1, {1}, frozenset(), iter([]), len, Plain(), Text('a'), 'ab', (1,), range(2), b'a', {}.keys(), {}.values(), list[int]):
    for key in (0, None, 'a'):
        try:
            del thing[key]
        except TypeError as error:
            print(error)
queue = collections.deque([1, 2])
numbers = array.array('i', [1, 2])
for name, arguments in (('__getitem__', (huge,)), ('__setitem__', (-huge, 1)), ('__delitem__', (2**63,)), ('index', (1, -huge)),
                        ('index', (1, 'a')), ('index', (1, 1.5)), ('index', (2, -1, huge))):
    say(lambda: getattr(queue, name)(*arguments))
    say(lambda: queue.__getitem__(huge))
    if name == 'index':
        say(lambda: numbers.index(*arguments))
say(lambda: queue[huge])
