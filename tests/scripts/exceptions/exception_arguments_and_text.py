# area: exceptions
# prio: P0
# checks: args, str and repr of exceptions with none, one and several arguments
for e in (ValueError(), ValueError("a"), ValueError("a", 1), ValueError(None), KeyError("k"), KeyError(), KeyError(1, 2), IndexError(5), OSError(2, "No such"), StopIteration(3), UnicodeError("u"), AssertionError(("t",)), SystemExit(4), Exception("")):
    print(type(e).__name__, e.args, "|", str(e), "|", repr(e))
print(StopIteration(7).value, StopIteration().value, SystemExit(3).code, OSError(2, "No such", "f.txt"), OSError(2, "x").errno)
e = ValueError("a")
e.args = ("b", 2)
e.extra = 1
print(e, e.extra)
