# area: types
# prio: P2
# checks: a method of a class that gets no self, or one of another type, says so before it counts its arguments
import collections


def tell(f, *args):
    try:
        print('none', f(*args))
    except Exception as e:
        print(type(e).__name__, e)


for f in (int.__add__, int.__abs__, int.bit_length, int.__format__, float.__round__, str.join, str.__mul__, bytes.split, list.append,
          list.__len__, tuple.index, dict.copy, dict.__contains__, set.__contains__, set.add, range.__len__, collections.deque.append,
          float.as_integer_ratio, BaseException.with_traceback):
    get = f
    try: get()
    except TypeError as e: print(e)
    try: get({}.keys())
    except TypeError as e: print(e)
    try: get(object, 1, 2, 3)
    except TypeError as e: print(e)
print(type([].__len__), type(int.__add__), type([].append), type(list.append), type(object().__format__))
print(repr(int.__add__), repr(list.append), repr(object.__format__), repr((5).__add__).split(' of ')[0])
for name in ('__mul__', '__rmul__'):
    for value in ('ab', b'ab', [1], (1,)):
        m = getattr(value, name)
        try: m('x')
        except TypeError as e: print(e)
        try: value * 'x'
        except TypeError as e: print(e)
try: [1].__mul__(None)
except TypeError as e: print(e)
for value in (set(), {}, range(3), [1], collections.deque([1])):
    try: value *= [1]
    except TypeError as e: print(e)
    try: value * None
    except TypeError as e: print(e)
