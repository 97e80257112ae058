# area: modules
# prio: P1
# checks: format_exc, format_exception, extract and print to a stream

import io
import traceback


def fail(n):
    if n:
        fail(n - 1)
    raise ValueError("bottom")


try:
    fail(2)
except ValueError as error:
    text = traceback.format_exc()
    print(text.splitlines()[0], text.splitlines()[-1], text.count("fail(n - 1)"))
    print("".join(traceback.format_exception_only(error)).strip(), traceback.format_exception_only(KeyError, KeyError("k")))
    frames = traceback.extract_tb(error.__traceback__)
    print([(f.name, f.lineno, f.line) for f in frames])
    out = io.StringIO()
    traceback.print_exception(error, limit=1, file=out)
    print(out.getvalue().count("line"))
    t = traceback.TracebackException.from_exception(error)
    print(t.exc_type.__name__ if hasattr(t, "exc_type") else "?", str(t), len(list(t.format())) > 2)
    print([n.f_code.co_name for n, _ in traceback.walk_tb(error.__traceback__)])
print(traceback.format_list([("file.py", 3, "f", "x = 1")]))
print(repr(traceback.format_exc()))
