# area: builtins
# prio: P2
# checks: the words for too many, too few and unknown arguments of natives, in the order in which CPython notices them
import functools, math, itertools, types, heapq, collections, operator


class Names(list): pass
class Unique(set): pass


def tell(f, *args, **kw):
    try:
        print('none', f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


class Plain: pass
x = Plain()
for f in (sum, math.prod, max, sorted, math.log, math.gcd, functools.reduce, pow, round, enumerate, int.from_bytes, (5).to_bytes,
          'a'.find, 'a'.split, 'a'.expandtabs, 'a'.join, {1}.union, [].append, [].clear, [].__len__, [].__mul__, (5).__pow__,
          collections.deque().insert, types.MappingProxyType, itertools.permutations, itertools.compress, heapq.heappush):
    tell(f)
    tell(f, x, x, x, x, x)
    tell(f, zz=1)
    tell(f, **{'yy': 1, 'zz': 2})
for cls in (int, float, str, bytes, list, tuple, set, frozenset, complex, bool, Names, Unique, type(None), type(...), collections.deque):
    tell(cls, x, x, x, x)
    tell(cls, a=1, b=2, c=3, d=4, e=5)
    tell(cls.__new__)
tell(max, 1, 2, key=None, zz=1)
tell(sorted, int, zz=1)
tell(sorted, [1], zz=1)
tell(sorted, [1], a=1, b=2, c=3)
tell(type, 5, zz=1)
tell(sum, 5, 'text')
tell(itertools.zip_longest, [1], zz=1)
# A method found by name is its class's; one that was bound before is the object's.
try: True.conjugate(1)
except TypeError as e: print(e)
m = True.conjugate
try: m(1)
except TypeError as e: print(e)
try: 'a'.find(zz=1)
except TypeError as e: print(e)
try: 'a'.find(**{'zz': 1})
except TypeError as e: print(e)
try: [].append(zz=1)
except TypeError as e: print(e)
m = Names().append
try: m()
except TypeError as e: print(e)
m = collections.defaultdict.fromkeys
try: m()
except TypeError as e: print(e)
