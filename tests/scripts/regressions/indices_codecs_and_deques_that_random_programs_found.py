# area: regressions
# prio: P2
# checks: whatever the bound of an islice raises; codecs name themselves in a TypeError; deques of a class compare as they iterate
import collections
import copy
import itertools
import operator


def p(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)


class Bound:
    def __init__(self, e): self.e = e

    def __index__(self):
        if isinstance(self.e, Exception):
            raise self.e
        return self.e


for v in Bound('x'), Bound(KeyError(1)), Bound(2), Bound(-1), Bound(2**70), 'a':
    for bounds in (v,), (v, 4), (1, v), (1, 4, v):
        p(lambda: list(itertools.islice('abcdef', *bounds)))

for codec in 'utf-8', 'utf-16-le', 'utf-32-le', 'latin-1', 'ascii':
    p(lambda: b'\xff\xd8\xff\xff\xff'.decode(codec, 'xmlcharrefreplace'))
    p(lambda: b'\xff\xd8\xff\xff\xff'.decode(codec, 'nope'))


class D(collections.deque):
    def __iter__(self):
        print('iter')
        yield 1
        raise ValueError('v')


class Never:
    def __eq__(self, other): return False
    def __lt__(self, other): return []


a, b, c = D('ab'), D('abc'), collections.deque('ab')
for x in a, b, c:
    for y in a, b, c, [1]:
        for op in operator.eq, operator.ne, operator.lt, operator.ge:
            p(lambda: op(x, y))
for left, right in (b'a', b'%s'), (bytearray(b'a'), bytearray(b'%s')), (b'a', bytearray(b'%s')), (b'a', 1):
    p(lambda: left.__rmod__(right))
p(lambda: operator.length_hint(3, Bound(2)))
for spec in '.4611686018427387904f', '.2147483648', '.2147483648d':
    for value in 1.5, 1, True, 1j, 'a':
        p(lambda: format(value, spec))
p(lambda: (copy.copy(int | str), copy.deepcopy([None | int])))
n = collections.deque([Never()])
p(lambda: n == collections.deque([Never()]))
p(lambda: n < collections.deque([Never()]))
