# differs: The top level of the main program runs on the event loop.
# cpython: `await` outside a function is a SyntaxError, and `create_task` needs a running loop.
# here: both work at the top level of the main program; tasks that are pending at its end run to theirs.
# why: the loop is built in. In imported modules, `exec` and functions nothing differs.
# instead: `asyncio.run(main())` works here and there.
import asyncio


async def later(word):
    await asyncio.sleep(0)
    print(word)


await later("first")
asyncio.create_task(later("last"))
print("second")
