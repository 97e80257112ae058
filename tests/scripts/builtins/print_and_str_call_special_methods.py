# area: builtins
# prio: P1
# checks: str, repr, format, bytes, hash, bool, int, float, index and dir ask the object

class Everything:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __format__(self, spec):
        return f"format({spec})"

    def __bytes__(self):
        return b"bytes"

    def __hash__(self):
        return 42

    def __bool__(self):
        return False

    def __int__(self):
        return 7

    def __float__(self):
        return 1.5

    def __index__(self):
        return 2

    def __round__(self, n=None):
        return ("round", n)

    def __dir__(self):
        return ["z", "a"]

    def __len__(self):
        return 9

    def __abs__(self):
        return "abs"

    def __divmod__(self, other):
        return "divmod", other

    def __reversed__(self):
        return iter("rev")


e = Everything()
print(e, [e], {e: e}, f"{e} {e!r} {e:spec}", "%s %r" % (e, e), "{:x}".format(e), str(e), repr(e), ascii(e), bytes(e))
print(hash(e), bool(e), int(e), float(e), hex(e), [10, 20, 30][e], round(e), round(e, 2), dir(e), len(e), abs(e), divmod(e, 3), list(reversed(e)), range(e), "ab" * e, bin(e), complex(e))
print(e or "false", not e, chr(e + 63) if hasattr(e, "__add__") else "no add", format(e, ""), max(e, e, key=int) is e, sum([e.__index__()], 5))
