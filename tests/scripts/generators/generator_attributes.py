# area: generators
# prio: P1
# checks: names, types, gi_running and gi_frame
import types


def gen():
    yield it.gi_running


it = gen()
print(it.gi_running, next(it), it.gi_frame is not None, gen.__name__, it.__name__, it.__qualname__, type(it).__name__, iter(it) is it)
list(it)
print(it.gi_frame, isinstance(it, types.GeneratorType), isinstance((i for i in ()), types.GeneratorType), hasattr(it, "send"), hasattr(iter([]), "send"))
