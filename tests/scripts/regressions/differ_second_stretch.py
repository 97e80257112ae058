# area: regressions
# prio: P2
# checks: sets take vacated places again; words and order of checks that random programs met


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


s = {1, 9}
s.add(0)
s.discard(1)
s.add(16)
print(s, {1, 9} ^ {1, 0, 16})
for b in (b"abc", bytearray(b"abc")):
    for m in ("find", "rfind", "index", "rindex", "count", "startswith"):
        t(lambda: getattr(b, m)((1,), (2,)))
t(lambda: b"a".hex([]))
t(lambda: b"a".hex([1]))


class Odd:
    def __index__(self):
        return "x"


t(lambda: b"%c" % Odd())


class Pair(tuple):
    pass


view = memoryview(bytearray(b"a"))
t(lambda: view.__setitem__(Pair((1, 2)), 3))
t(lambda: view.__setitem__((slice(1), slice(2)), 3))
for x in (BaseException, Exception, OSError, ValueError, KeyError, ExceptionGroup):
    for first in (None, int, FileNotFoundError):
        t(lambda: x.__new__(first, 1, 2))




class Slotted:
    __slots__ = {"z": 1}


t(lambda: type("Z", (Slotted, dict), {}))
t(lambda: type("Z", (OSError, SyntaxError), {}))
import functools

t(lambda: functools.lru_cache(2**70)(len))
for text in ("break", "nonlocal x", "  x", b"ABC def\x80"):
    try:
        exec(text)
    except SyntaxError as e:
        print(e, e.args, e.text, e.offset)
