# area: regressions
# prio: P2
# checks: fields of exceptions whose `__init__` is another base's; `close()` gives None; slots before the MRO


def told(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for bases in ((ValueError, OSError), (OSError, ValueError)):

    class Both(*bases):
        pass

    told(lambda: (Both(2, "no").errno, Both(2, "no").args, str(Both(2, "no"))))
    told(lambda: (Both(2, "no", "f").filename, Both(2, "no", "f").args))


class Stop(ValueError, StopIteration):
    pass


class Exit(ValueError, SystemExit):
    pass


class Lost(ValueError, ImportError):
    pass


class Quiet(StopIteration):
    def __init__(self, given):
        pass


class One(int):
    pass


told(lambda: (Stop(1).value, Stop(1).args, Exit(3).code, Quiet(5).value, Quiet(5).args))
told(lambda: Lost("no", name="x"))
told(lambda: repr(OSError(One(1), "no")))
told(lambda: ["__init__" in vars(kind) for kind in (ValueError, KeyError, OSError)])
told(lambda: (UnboundLocalError("x", name="y").name, ModuleNotFoundError("x", path="y").path))


def closes():
    try:
        yield 1
    except GeneratorExit:
        return "value"


generator = closes()
next(generator)
print(generator.close(), generator.close())
told(lambda: type("Slots", (bytes,), {"__slots__": [1]}))
told(lambda: type("Slots", (object, Both), {"__slots__": [1]}))
told(lambda: type(__import__("types").SimpleNamespace())[1])
