# area: asyncio
# prio: P1
# checks: get_stack and print_stack of waiting, failed and finished tasks
import asyncio
import io


async def inner(fut):
    await fut


async def outer(fut):
    await inner(fut)


async def bad():
    raise ValueError("bad")


def show(task):
    print([f.f_code.co_name for f in task.get_stack()])
    out = io.StringIO()
    task.print_stack(file=out)
    lines = out.getvalue().splitlines()
    print(lines[0].split()[0], len(lines))
    print(lines[-1].strip())


async def main():
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(outer(fut))
    await asyncio.sleep(0)
    show(t)
    print(t.get_stack(limit=0), len(t.get_stack(limit=5)))
    fut.set_result(None)
    await t
    print(t.get_stack())
    b = asyncio.create_task(bad())
    await asyncio.wait([b])
    b.exception()
    show(b)


asyncio.run(main())
