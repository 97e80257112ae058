# area: threads
# prio: P0
# checks: RLock: owned by a thread, taken again, released as often
import threading

lock = threading.RLock()
with lock:
    with lock:
        print(lock._is_owned())


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lock.release)
lock.acquire()
lock.acquire()


def other():
    print("other", lock.acquire(blocking=False), lock.acquire(timeout=0.01))
    attempt(lock.release)


t = threading.Thread(target=other)
t.start()
t.join()
lock.release()
t = threading.Thread(target=other)
t.start()
t.join()
lock.release()


def last():
    with lock:
        print("last has it")


t = threading.Thread(target=last)
t.start()
t.join()
attempt(lock.release)
