# differs: A program that waits for what can never happen is told so.
# cpython: the loop waits for ever, until Ctrl-C.
# here: `DeadlockError`, a RuntimeError, is raised in the main task; its text says which task waits for what, and who holds it.
# why: the loop knows that nothing is ready, that no timer is set, and that nobody outside could wake it.
# instead: nothing to do; while a timer, a descriptor or a thread can still act, it waits as CPython does.
import asyncio


async def main():
    queue = asyncio.Queue()
    await queue.get()


try:
    asyncio.run(main())
except RuntimeError as error:
    print(type(error).__name__)
    print(str(error).splitlines()[0])
