"""Literals of each kind, from a generator of chance."""

INTS = (0, 1, -1, 2, 3, 7, 10, -5, 42, 255, 256, -128, 1000, 12345, 2**31, -(2**31), 2**47, 2**53 + 1, 2**62, 2**63 - 1,
        -(2**63), 2**64, 10**18, 10**30, -(10**25), 3**80)
SMALL = (0, 0, 1, 1, 2, 2, 3, 4, 5, 8, 13, -1, -2, -3, -7, 20, True, 2**70, -(2**70))
FLOATS = ("0.0", "-0.0", "1.0", "-1.0", "0.5", "1.5", "2.5", "-2.5", "3.14159", "0.1", "1e16", "1e-7", "123456789.125", "1e100",
          "-1e300", "5e-324", "float('inf')", "float('-inf')", "float('nan')", "1e22", "2.675", "1234.5678", "0.0001", "99999.5")
WORDS = ("", "a", "ab", "abc", "hello", "Hello World", "x y  z", "  pad ", "123", "-45", "3.5", "1_000", "a,b,,c", "line\\nfeed\\r\\nend",
         "tab\\tx", "ß", "ǅ", "éÀü", "日本語", "😀x", "İi", "ﬁ", "\\x00", "0x1F", "nan", "TITLE case", "aaaa", "abab", "'q'", '\\"',
         "\\\\n", "%s", "{}", "{0}{1}", "ΑΣ", "١٢", "½", "_id", "if", "\\x85z", "a\\u2028b", "e\\u0301")
BYTES = ("", "a", "abc", "hello world", "\\x00\\xff", " pad ", "123", "a,b,,c", "ABC def", "\\n", "l1\\nl2\\r\\nl3", "aaaa", "\\x80", "zz top")
SPECS = ("", "5", "<8", ">8", "^9", "*^7", "=+8", "05", "+", "-", " ", "x", "#x", "X", "#o", "b", "#b", "#010b", "d", "n", "c", "e", ".2e", "E", "f",
         ".3f", ".0f", "#.0f", "g", ".4g", "G", "#g", "%", ".1%", ",", "_", "_x", ",.2f", "010,d", "s", ".2s", "5.1s", "q", "5.", ",s", "=5", "+s", "z",
         "zf", "z.1f", "1000000000000000000000", "<<5", "é^9", ",_", "_,", ",x", "08.3f", "<08", ".3", "10.4", "+.3e", " d", "_b", "#_x", "^+12,.1f", "!r")


def integer(c):
    roll = c.random()
    if roll < 0.5:
        return str(c.choice(INTS)) if c.random() < 0.8 else f"({c.choice(INTS)})"
    return str(c.randint(-20, 100)) if roll < 0.9 else str(c.randint(-(10**40), 10**40))


def small(c):
    return str(c.choice(SMALL[:-2] if c.random() < 0.95 else SMALL))


def tiny(c):
    return str(c.randint(0, 6))


def floating(c):
    return c.choice(FLOATS) if c.random() < 0.8 else repr(round(c.uniform(-1000, 1000), c.randint(0, 8)))


def complex_(c):
    return c.choice(("1j", "0j", "(1+2j)", "(-0-1j)", "complex(1.5, -2)", "complex('nan')", "3.5j", "(-1+0j)", "complex(0, float('inf'))"))


def boolean(c):
    return c.choice(("True", "False"))


def string(c):
    if c.random() < 0.9:
        return quoted(c.choice(WORDS))
    return repr("".join(c.choice("abcXYZ 019_-.,;éßж日") for _ in range(c.randint(1, 12))))


def quoted(text):
    return "'" + text.replace("'", "\\'") + "'"


def char(c):
    return quoted(c.choice(("a", "b", "l", " ", ",", "x", "o", "", "ab", "é", "日", "*", "0", "\\n", "_")))


def spec(c):
    return quoted(c.choice(SPECS))


def bytes_(c):
    return "b'" + c.choice(BYTES) + "'"


def list_(c):
    return "[" + items(c) + "]"


def items(c):
    return ", ".join(parts(c))


def parts(c):
    kinds = (integer, string, floating, boolean, none, small, tuple_ints)
    kind = c.choice(kinds)
    return [c.choice(kinds)(c) if c.random() < 0.2 else kind(c) for _ in range(c.choice((0, 1, 2, 3, 3, 4, 5)))]


def ints(c):
    return "[" + ", ".join(str(c.randint(-5, 12)) for _ in range(c.randint(0, 7))) + "]"


def strs(c):
    return "[" + ", ".join(string(c) for _ in range(c.randint(0, 5))) + "]"


def pairs(c):
    return "[" + ", ".join(f"({key(c)}, {integer(c)})" for _ in range(c.randint(0, 4))) + "]"


def lists(c):
    return "[" + ", ".join(ints(c) for _ in range(c.randint(0, 4))) + "]"


def tuple_ints(c):
    return tuple_of([str(c.randint(-3, 9)) for _ in range(c.randint(0, 3))])


def tuple_of(parts):
    return f"({parts[0]},)" if len(parts) == 1 else "(" + ", ".join(parts) + ")"


def tuple_(c):
    return tuple_of(parts(c)) if c.random() < 0.5 else tuple_ints(c)


def key(c):
    return c.choice((small, char, boolean, floating, tuple_ints, none, bytes_))(c)


def dict_(c):
    return "{" + ", ".join(f"{key(c)}: {c.choice((integer, string, ints, none))(c)}" for _ in range(c.randint(0, 4))) + "}"


def strdict(c):
    return "{" + ", ".join(f"{c.choice(('a', 'b', 'c', 'k', 'key', 'x y'))!r}: {c.choice((integer, string))(c)}" for _ in range(c.randint(0, 4))) + "}"


def set_(c):
    """Numbers only: the order of others is chance."""
    return "{" + ", ".join(c.choice((small, tiny, integer, tiny, boolean))(c) for _ in range(c.randint(1, 5))) + "}" if c.random() < 0.8 else "set()"


def range_(c):
    return f"range({small(c)})" if c.random() < 0.3 else f"range({c.randint(-5, 5)}, {c.randint(-5, 15)}, {c.choice((1, 2, 3, -1, -2, -3, 1, 0))})"


def slice_(c):
    part = lambda: c.choice(("", str(c.randint(-6, 6)), str(c.randint(0, 3)), "None", ""))
    return f"{part()}:{part()}" + (f":{c.choice((1, 2, -1, -2, 3, 0, 10**20, -(10**20)))}" if c.random() < 0.4 else "")


def none(c):
    return "None"


def object_(c):
    return c.choice(("Plain()", "Plain", "len", "object()", "NotImplemented", "...", "lambda x: x", "int", "str", "Num(3)", "Num(-1)", "Seq('abc')", "Odd()",
                     "print", "slice(1, 2)", "ValueError('v')", "type", "Color.RED", "Pt(1, 2)", "S('sub')", "I(5)", "L([1, 2])", "D(a=1)", "F(2.5)", "T((1, 2))"))


LITERALS = {
    "int": integer, "small": small, "tiny": tiny, "float": floating, "complex": complex_, "bool": boolean, "str": string, "char": char, "spec": spec,
    "bytes": bytes_, "list": list_, "ints": ints, "strs": strs, "pairs": pairs, "lists": lists, "tuple": tuple_, "dict": dict_, "strdict": strdict,
    "set": set_, "range": range_, "none": none, "slice": slice_, "object": object_, "key": key,
}
