# area: regressions
# prio: P2
# checks: no room for what a range says it has; item deletion refused in the words of sequences or in those of mappings; bounds of deque.index and array.index
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
say(lambda: queue.__getitem__(huge))
say(lambda: queue.__setitem__(-huge, 1))
say(lambda: queue.__delitem__(2**63))
say(lambda: queue[huge])
for arguments in ((1, -huge), (1, 'a'), (1, 1.5), (2, -1, huge), (1, 1)):
    say(lambda: queue.index(*arguments))
    say(lambda: numbers.index(*arguments))
for whole in (range(2**62, 0, -1), iter(range(2**62)), range(10**30), range(3, 0, -1)):
    say(lambda: bytearray().extend(whole))
    say(lambda: bytes(whole))
view = memoryview(bytearray(b'ab'))
say(lambda: view[...])
say(lambda: view.__setitem__(..., b'cd'))
say(lambda: bytes(memoryview(b'a').cast('B', shape=[])[...]))
