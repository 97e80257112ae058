# area: regressions
# prio: P2
# checks: receivers that do not fit, slots that are no names, __bytes__ of a text, texts that fit their format, errors='namereplace'
import collections


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


class Text(str):
    def __bytes__(self):
        return b"told"


class Odd:
    def __index__(self):
        return "no number"


class T(tuple):
    pass


show(lambda: bytes(Text("x")))
show(lambda: bytes(Text("x"), "ascii"))
show(lambda: bytearray(Text("x")))
show(lambda: [type(format(Text("abc"), spec)).__name__ for spec in ("", ">2", ">3", ">4", ".3", ".2")])
show(lambda: type(f"{Text('abc'):>3}").__name__)
show(lambda: Odd() in b"ab")
show(lambda: 300 in b"ab")
show(lambda: dict.__or__(None, {}))
show(lambda: dict.__ror__(1, {}))
show(lambda: dict.__or__({}, 1))
show(lambda: bytes.__getitem__(slice(1), {}))
show(lambda: bytes.__getitem__(1, 0))
show(lambda: type({}.keys()).__or__(None, {}))
show(lambda: type({}.items()).__rsub__(None, {}))
show(lambda: type("C", (), {"__slots__": ("a b", True)}))
show(lambda: type("C", (), {"__slots__": (True, "a b")}))
show(lambda: getattr(set, "__init__")(1))
show(lambda: T(7))  # what went wrong before has no say in it
show(lambda: collections.Counter({"a": 2, None: [1], 3: None}).most_common(0))
show(lambda: collections.Counter({"a": 2, None: [1], 3: None}).most_common(2))
show(lambda: collections.Counter("abracadabra").most_common(2))
show(lambda: collections.deque().index())
show(lambda: collections.deque().index(1, 2, 3, 4))
show(lambda: collections.deque().rotate(1, 2))
show(lambda: "__dict__" in dir(range(2)))
show(lambda: ("é€\x80\ud800😀中" + "a").encode("ascii", "namereplace"))
show(lambda: "é€".encode("latin-1", "namereplace"))
show(lambda: b"\xff".decode("ascii", "namereplace"))
