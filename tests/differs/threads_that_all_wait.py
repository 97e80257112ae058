# differs: Threads that all wait for each other are told so.
# cpython: they wait for ever; Ctrl-C may end it.
# here: `DeadlockError`, a RuntimeError, is raised where the main thread waits.
# why: the threads of a script are stacks of one machine, which knows what each waits for.
# instead: nothing to do; while a thread runs or sleeps, or a timeout is set, waiting is waiting as in CPython.
import threading

first, second = threading.Lock(), threading.Lock()
both = threading.Barrier(2)


def take(one, other):
    with one:
        both.wait()
        with other:
            pass


threads = [
    threading.Thread(target=take, args=(first, second), daemon=True),
    threading.Thread(target=take, args=(second, first), daemon=True),
]
for thread in threads:
    thread.start()
try:
    threads[0].join()
except RuntimeError as error:
    print(type(error).__name__)
    print(error)
