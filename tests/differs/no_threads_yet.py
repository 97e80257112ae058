# differs: There are no threads yet.
# cpython: `threading`, `concurrent.futures` and `asyncio.to_thread` start threads.
# here: the modules are missing.
# why: they come after sockets; a thread will be a second stack of the same machine.
# instead: tasks of the event loop.
for name in ["threading", "concurrent.futures"]:
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error)
