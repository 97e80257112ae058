# area: exceptions
# prio: P0
# checks: the last line of tracebacks for builtin, nested and own classes, with notes
import traceback


class Own(Exception):
    pass


class Outer:
    class Inner(Exception):
        pass


for e in (ValueError("v"), ValueError(), KeyError("k"), Own("o"), Outer.Inner("i"), OSError(2, "No such file", "x"), ValueError("two\nlines")):
    e.add_note("a note")
    print("".join(traceback.format_exception_only(type(e), e)), end="")
