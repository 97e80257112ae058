# area: regressions
# prio: P2
# checks: iterators of bytearrays, members of complex, keywords that are no strings, what eval looks at first
def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


it = iter(bytearray(b"abc"))
t(lambda: type(it))
t(lambda: (it.__length_hint__(), next(it), it.__reduce__()))
t(lambda: it.__setstate__(0))
t(lambda: list(it))
t(lambda: (it.__length_hint__(), type(it)))
t(lambda: type(it)())
grown = bytearray(b"ab")
for byte in grown:
    print(byte)
    if len(grown) < 4:
        grown.append(byte + 2)
t(lambda: complex.real)
t(lambda: type(complex.imag))
t(lambda: (complex.imag.__name__, complex.imag.__qualname__, complex.imag.__objclass__))
t(lambda: complex.imag.__get__(2j))
t(lambda: complex.imag.__set__(2j, 1))
t(lambda: complex.imag.__delete__(2j))
t(lambda: setattr(2j, "real", 1))
for taker in (object, Exception, ValueError, slice, staticmethod, int, len, "a".join, [].sort):
    t(lambda: taker(**{1: 2}))
t(lambda: eval("1", 2, 3))
t(lambda: eval("1", {}, 3))
t(lambda: eval("1", 2))
t(lambda: eval("1", 2, {}))
t(lambda: eval("1", [], {}))
t(lambda: exec("1", 2, 3))
t(lambda: exec("1", {}, 3))
t(lambda: memoryview(b"a").tobytes(1))
t(lambda: memoryview(b"a").tobytes(None))
t(lambda: memoryview(b"a").tobytes("F"))
