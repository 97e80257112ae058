# area: modules
# prio: P2
# checks: what OrderedDict says of pairs that are none; move_to_end keeps the key that is there; comparisons that pass on
import bisect, collections, contextlib, copy, functools, heapq, operator, textwrap, types


def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


O = collections.OrderedDict
for given in ([1], [()], [(1,)], [(1, 2, 3)], ['ab'], ['a'], 5, {1: 2}, [('a', 1)], iter([('a', 1), [2, 3]]), O(a=1).items()):
    tell(lambda: O(given))
tell(lambda: O([], [], []))
tell(lambda: O([('b', 1)], a=2))
o = O([(True, 'x'), (2, 'y'), (3.0, 'z')])
o.move_to_end(1)
o.move_to_end(3, last=False)
print(o)
print(o.popitem(), o.popitem(last=False))
P = types.MappingProxyType
tell(lambda: P({}) < 1)
tell(lambda: P({1: 2}) == {1: 2})
tell(lambda: P(collections.Counter('a')) <= collections.Counter('ab'))
tell(lambda: P([1]))
tell(P)
N = types.SimpleNamespace
tell(lambda: N(a=1) < N(a=2))
tell(lambda: N.nope)
tell(lambda: operator.concat(range(3), [1]))
tell(lambda: operator.concat(range(3), range(3)))
tell(lambda: operator.concat([1], 5))
tell(lambda: operator.length_hint(type('L', (), {'__len__': lambda self: 1.5})(), 3))
tell(lambda: bisect.insort_left([1], 1, -7, []))
tell(lambda: bisect.insort_left([1], 1, -7, 2 ** 70))
tell(lambda: textwrap.indent('a', None))
tell(lambda: textwrap.dedent({}))
tell(lambda: type(copy.deepcopy(object())) is object)
tell(lambda: str.maketrans(collections.Counter('a')))
tell(lambda: heapq.heapify(None))
tell(lambda: format(1, None))
tell(lambda: eval('*x'))
tell(lambda: setattr([], '__dict__', 5))
tell(lambda: object.__getattribute__([], 5))
tell(lambda: getattr(None, '__or__'))
class Base: __slots__ = ('a',)
tell(lambda: type('Both', (Base, dict), {}))
tell(lambda: type('Both', (Base, collections.UserDict), {}).__name__)
it = iter(())
print(list(it), type(it).__name__, list(it))
def f(a): pass
@functools.wraps(f)
def g(*args): pass
g.__module__ = 'elsewhere'
tell(lambda: g(*5))
tell(lambda: g(**5))
tell(lambda: range(3)(*5))
