# area: exceptions
# prio: P1
# checks: chains through several layers walked from the outside

def low():
    raise OSError(5, "disk")


def middle(hide):
    try:
        low()
    except OSError as error:
        if hide:
            raise RuntimeError("middle") from None
        raise RuntimeError("middle") from error


def high(hide):
    try:
        middle(hide)
    except RuntimeError:
        {}["high"]


def chain(error):
    while error:
        link = "cause" if error.__cause__ else "hidden" if error.__suppress_context__ else "context"
        yield f"{type(error).__name__}({error}) {link}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


for hide in (False, True):
    try:
        high(hide)
    except KeyError as error:
        print(list(chain(error)))
first, second = ValueError(1), ValueError(2)
try:
    try:
        raise first
    except ValueError:
        raise second
except ValueError as error:
    try:
        raise first
    except ValueError as again:
        print(again is first, again.__context__ is second, second.__context__)
