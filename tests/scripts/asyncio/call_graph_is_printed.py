# area: asyncio
# prio: P2
# checks: format_call_graph and print_call_graph: tasks, stacks, who awaits
# newer: 3.14 (written by hand from its documentation)
import asyncio
import io
import re


async def leaf(event):
    await event.wait()


async def middle(event):
    async with asyncio.TaskGroup() as tg:
        tg.create_task(leaf(event), name="leaf")


def tidy(text):
    text = re.sub(r"id=0x[0-9a-f]+", "id=ID", text)
    text = re.sub(r"'[^']*/asyncio/\w+\.py', line \d+", "LIBRARY", text)
    return re.sub(r"'[^']*\.py', line", "FILE, line", text)


async def main():
    event = asyncio.Event()
    t = asyncio.create_task(middle(event), name="middle")
    await asyncio.sleep(0.01)
    child, = [c for c in asyncio.all_tasks() if c.get_name() == "leaf"]
    print(tidy(asyncio.format_call_graph(child)))
    out = io.StringIO()
    asyncio.print_call_graph(t, file=out, limit=1)
    print(tidy(out.getvalue()), end="")
    graph = asyncio.capture_call_graph()
    print(graph.future is asyncio.current_task(), [e.frame.f_code.co_name for e in graph.call_stack], graph.awaited_by)
    event.set()
    await t
    f = asyncio.get_running_loop().create_future()
    asyncio.future_add_to_awaited_by(f, t)
    print([w.future.get_name() for w in asyncio.capture_call_graph(f).awaited_by])
    asyncio.future_discard_from_awaited_by(f, t)
    print(asyncio.capture_call_graph(f).awaited_by)


asyncio.run(main())
try:
    asyncio.capture_call_graph()
except RuntimeError as e:
    print(e)
