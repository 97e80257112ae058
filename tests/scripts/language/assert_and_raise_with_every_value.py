# area: language
# prio: P1
# checks: assert shows its message, raise takes classes and instances and their causes

def attempt(action):
    try:
        action()
    except BaseException as error:
        print(type(error).__name__, error.args, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


def check(value, message=None):
    if message is None:
        assert value
    else:
        assert value, message


def chain(cause):
    try:
        {}["first"]
    except KeyError:
        raise ValueError("second") from cause


def bare():
    try:
        int("x")
    except ValueError:
        try:
            raise
        finally:
            print("finally")


class Custom(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code


def custom():
    raise Custom(7, "extra")


def needs():
    raise Custom


def nothing():
    raise


attempt(lambda: check(1))
for bad in [0, [], "", None]:
    attempt(lambda: check(bad))
attempt(lambda: check(False, ("a", "tuple")))
attempt(lambda: check(False, ValueError("as message")))
attempt(lambda: chain(None))
attempt(lambda: chain(OSError(2, "gone")))
attempt(lambda: chain(EOFError))
attempt(lambda: chain("text"))
attempt(bare)
attempt(custom)
attempt(needs)
attempt(nothing)
