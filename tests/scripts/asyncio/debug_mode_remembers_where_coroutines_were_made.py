# area: asyncio
# prio: P2
# checks: debug mode remembers where coroutines were made, and the report of one never awaited tells it
# stderr-match: RuntimeWarning: coroutine 'lost' was never awaited
# stderr-match: Coroutine created at \(most recent call last\)
# stderr-match: in main
# stderr-match: in forget
import asyncio
import sys


async def lost():
    pass


def forget():
    lost()


def show(origin):
    print(None if origin is None else [(line, name) for _, line, name in origin])


def make():
    return lost()


async def main():
    forget()
    print(sys.get_coroutine_origin_tracking_depth())
    coroutine = make()
    show(coroutine.cr_origin[:2])
    await coroutine


print(sys.get_coroutine_origin_tracking_depth())
coroutine = make()
show(coroutine.cr_origin)
coroutine.close()
asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())

sys.set_coroutine_origin_tracking_depth(1)
coroutine = make()
show(coroutine.cr_origin)
coroutine.__qualname__ = 'other'
show(coroutine.cr_origin)
print(coroutine.__qualname__, coroutine.__name__)
coroutine.close()
sys.set_coroutine_origin_tracking_depth(5)
coroutine = make()
show(coroutine.cr_origin)
coroutine.close()
coroutine = (lambda: make())()
show(coroutine.cr_origin)
coroutine.close()
sys.set_coroutine_origin_tracking_depth(depth=0)
for wrong in (-1, 'x', 1.5, None):
    try:
        sys.set_coroutine_origin_tracking_depth(wrong)
    except Exception as e:
        print(type(e).__name__, e)
print(sys.get_coroutine_origin_tracking_depth())
