# area: exceptions
# prio: P0
# checks: ExceptionGroup: message, exceptions, str, repr, nesting and argument errors
g = ExceptionGroup("outer", [ValueError("a"), ExceptionGroup("inner", [KeyError("b")])])
print(g, repr(g), g.message, g.exceptions[0], len(g.exceptions), g.args[0], isinstance(g, Exception), isinstance(g, BaseExceptionGroup))
print(type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__)
for args in (("m", []), ("m", [1]), (5, [ValueError()]), ("m", 5), ("m",), ("m", [KeyboardInterrupt()])):
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
