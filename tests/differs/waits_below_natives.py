# differs: A thread that waits inside a native function may hold up those it was started over.
# cpython: every thread has a stack of the system's.
# here: threads share one; a thread that waits in a call made by a native function (the key of `sorted`, the function of `map`) cannot be put aside, and a thread that waits so below it goes on after it. If the upper one waits for the lower one, RuntimeError.
# why: the values of a session are touched by one thread of the system, and switching costs next to nothing.
# instead: wait in a loop or in a comprehension, not in a call-back of a native function. (A loop of asyncio goes on all the same.)
import threading
import time

lock = threading.Lock()


def hold(item):
    with lock:
        time.sleep(0.2)
    return item


def take(item):
    try:
        with lock:
            print("taken")
    except RuntimeError as error:
        print(error)
    return item


threads = [threading.Thread(target=lambda key=key: sorted([1], key=key)) for key in (hold, take)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
