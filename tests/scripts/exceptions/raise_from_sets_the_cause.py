# area: exceptions
# prio: P0
# checks: raise from exception and from None
try:
    try:
        raise ValueError("low")
    except ValueError as low:
        raise RuntimeError("high") from low
except RuntimeError as e:
    print(repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
try:
    try:
        raise ValueError("low")
    except ValueError:
        raise RuntimeError("quiet") from None
except RuntimeError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    raise KeyError("k") from ValueError
except KeyError as e:
    print(repr(e.__cause__))
e = TypeError("t")
e.__cause__ = ValueError("set")
print(e.__suppress_context__, repr(e.__cause__))
