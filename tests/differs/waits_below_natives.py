# differs: A thread that waits inside a native function may hold up those it was started over.
# cpython: every thread has a stack of the system's.
# here: threads share one; a thread that waits in a call made by a native function (the key of `sorted`, the function of `map`) cannot be put aside, and what lies below it goes on after it. If it waits for one of those, RuntimeError.
# why: the values of a session are touched by one thread of the system, and switching costs next to nothing.
# instead: wait in a loop or in a comprehension, not in a call-back of a native function. (A loop of asyncio goes on all the same.)
import threading

gate = threading.Lock()
gate.acquire()


def wait(item):
    gate.acquire()
    return item


def work():
    try:
        print(list(map(wait, [1])))
    except RuntimeError as error:
        print(error)


def begin(_):
    thread = threading.Thread(target=work)
    thread.start()
    gate.release()
    thread.join()
    return 0


sorted([0], key=begin)
