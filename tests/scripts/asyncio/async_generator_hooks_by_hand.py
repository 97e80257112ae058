# area: asyncio
# prio: P2
# checks: sys.set_asyncgen_hooks: first iteration and finalizer
import asyncio
import gc
import sys


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("closing")


def first(gen):
    print("first", gen.__name__)


def last(gen):
    print("last", gen.__name__)
    try:
        gen.aclose().send(None)
    except StopIteration:
        pass


old = sys.get_asyncgen_hooks()
print(old == (None, None))
sys.set_asyncgen_hooks(first, last)
print(sys.get_asyncgen_hooks() == (first, last))
g = agen()
try:
    g.__anext__().send(None)
except StopIteration as e:
    print(e.value)
del g
gc.collect()
sys.set_asyncgen_hooks(*old)
print(sys.get_asyncgen_hooks() == (None, None))
for wrong in (3, "x"):
    try:
        sys.set_asyncgen_hooks(firstiter=wrong)
    except TypeError as e:
        print(e)
