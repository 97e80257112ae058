# area: asyncio
# prio: P1
# checks: the exceptions: bases, texts, attributes
import asyncio
print(asyncio.TimeoutError is TimeoutError, asyncio.CancelledError.__mro__[1].__name__)
for name in ("InvalidStateError", "IncompleteReadError", "LimitOverrunError",
             "SendfileNotAvailableError", "BrokenBarrierError", "QueueEmpty", "QueueFull"):
    cls = getattr(asyncio, name)
    print(name, [base.__name__ for base in cls.__mro__[1:3]])
e = asyncio.IncompleteReadError(b"ab", 5)
print(e, e.partial, e.expected, asyncio.IncompleteReadError(b"", None))
e = asyncio.LimitOverrunError("too long", 9)
print(e, e.consumed, e.args)
print(asyncio.exceptions.TimeoutError is TimeoutError, asyncio.exceptions.CancelledError is asyncio.CancelledError)
try:
    try:
        raise asyncio.CancelledError("c")
    except Exception:
        print("not this")
except BaseException as e:
    print(repr(e))
