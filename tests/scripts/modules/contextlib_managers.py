# area: modules
# prio: P0
# checks: contextmanager, suppress, closing, nullcontext, redirect_stdout, ExitStack
import contextlib


@contextlib.contextmanager
def tag(name):
    print("<", name)
    try:
        yield name
    except KeyError as e:
        print("swallowed", e)
    finally:
        print(">", name)


with tag("a") as x, tag("b"):
    print(x)
with tag("c"):
    raise KeyError("k")
try:
    with tag("d"):
        raise ValueError("v")
except ValueError as e:
    print("out", e)
with contextlib.suppress(ValueError, KeyError):
    raise KeyError
with contextlib.nullcontext(5) as n:
    print(n)


class C:
    def close(self):
        print("closed")


with contextlib.closing(C()):
    pass


@tag("deco")
def f():
    print("f")


f()
with contextlib.ExitStack() as stack:
    for i in range(2):
        stack.enter_context(tag(i))
    stack.callback(print, "callback")
    print("body")
