# area: modules
# prio: P1
# checks: ExitStack, suppress, redirect_stdout, closing, nullcontext and decorators

import contextlib
import io


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b"):
    print(a)
    raise ValueError("inner")
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *details: print("pushed", details[0]))
    print(names)
with contextlib.ExitStack() as stack:
    stack.enter_context(tag("kept"))
    later = stack.pop_all()
print("still open")
later.close()
with contextlib.suppress(KeyError, ZeroDivisionError):
    print({}["k"])
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("hidden")
print(repr(out.getvalue()))


class Door:
    def close(self):
        print("door closed")


with contextlib.closing(Door()) as door, contextlib.nullcontext(5) as five:
    print(type(door).__name__, five)


@tag("decorated")
def work():
    print("working")


work(); work()


@contextlib.contextmanager
def bad(times):
    for n in range(times):
        yield n


for times in [0, 2]:
    try:
        with bad(times):
            pass
    except RuntimeError as error:
        print(error)
