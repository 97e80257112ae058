"""Run a program as Hoopsnake runs its main program, but on CPython: top-level code on a loop.

usage: python3 toplevel_oracle.py PROGRAM.py

The program is compiled with CPython's own flag for top-level await (as `python -m asyncio` does) and driven by one
loop. When the top level ends, tasks still pending run to their end. `asyncio.run` and `Runner.run` called from
top-level code get a loop of their own: the running loop is put aside while they work.
Used by `BLESS=1 cargo test scripts::toplevel` to record `tests/scripts/toplevel/*.out`.
"""
import ast
import asyncio
import inspect
import pathlib
import sys

path = pathlib.Path(sys.argv[1])
sys.argv = sys.argv[1:]
sys.path[0] = str(path.parent)
code = compile(path.read_bytes(), str(path), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
names = {"__name__": "__main__", "__file__": str(path), "__builtins__": __builtins__, "__doc__": None}


def aside(function):
    def inner(*args, **kwargs):
        try:
            outer = asyncio.get_running_loop()
        except RuntimeError:
            return function(*args, **kwargs)
        asyncio._set_running_loop(None)
        try:
            return function(*args, **kwargs)
        finally:
            asyncio._set_running_loop(outer)

    return inner


async def drive():
    outcome = eval(code, names)
    if inspect.iscoroutine(outcome):
        await outcome
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(others)


run = asyncio.run
asyncio.run = aside(run)
asyncio.Runner.run = aside(asyncio.Runner.run)
asyncio.Runner.close = aside(asyncio.Runner.close)
run(drive())
