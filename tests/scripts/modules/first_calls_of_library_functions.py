# area: modules
# prio: P1
# checks: library functions work by whatever way they are called first, or looked into before
import asyncio
import contextlib
import copy
import enum
import functools
import inspect
import queue
import statistics
import string
import textwrap
import threading
import types

# Looked into before any call.
code = textwrap.shorten.__code__
print(code.co_name, code.co_argcount, code.co_varnames[:2], bool(code.co_consts), code.co_flags & 0x08 != 0)
print(inspect.signature(asyncio.wait_for), inspect.iscoroutinefunction(asyncio.wait_for))
print(inspect.isgeneratorfunction(inspect.unwrap(contextlib.nullcontext)), copy.deepcopy.__defaults__)
copied = types.FunctionType(textwrap.dedent.__code__, textwrap.dedent.__globals__)
print(repr(copied('  a\n  b')))

# The first function of a thread, an argument of natives, a partial, a keyword call, a spread call.
out = queue.Queue()
thread = threading.Thread(target=functools.partial(out.put, 'from a thread'))
thread.start()
thread.join()
print(out.get())
print(list(map(copy.copy, [[1], {2: 3}])), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
print(textwrap.fill(text='one two three', width=8), string.capwords(*['a bc d']))
print(statistics.fmean(**{'data': [1, 2, 4.5]}))


# Operators, getters and initialisers of library classes.
class Colour(enum.Flag):
    RED = 1
    BLUE = 2


print(Colour.RED | Colour.BLUE, ~Colour.RED, Colour.RED.name, Colour.BLUE in Colour(3), len(Colour(3)))
print(string.Template('$a and $b').substitute(a=1, b=2))


@contextlib.contextmanager
def managed():
    try:
        yield 'inside'
    except ValueError as error:
        print('caught', error)


with managed() as where:
    print(where)
    raise ValueError('once')


# Coroutines: a sleep is the first of all, then driven by hand.
asyncio.run(asyncio.sleep(0))
sleep = asyncio.sleep(0, 'slept')
print(sleep.cr_code.co_name, inspect.getcoroutinestate(sleep), sleep.send(None))
try:
    sleep.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    textwrap.indent()
except TypeError as error:
    print(error)
