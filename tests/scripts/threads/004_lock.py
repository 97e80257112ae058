# area: threads
# prio: P0
# checks: Lock: acquire in every form, release, locked, with, errors
import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked())
print(lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
print(lock.release(), lock.locked())
with lock as got:
    print(got, lock.locked())
print(lock.locked())


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lock.release)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
attempt(lock.acquire, 1, 2, 3)
print(repr(lock).startswith("<unlocked _thread.lock object at 0x"))
lock.acquire()
print(repr(lock).startswith("<locked _thread.lock object at 0x"))
# Another thread may release it.
t = threading.Thread(target=lock.release)
t.start()
t.join()
print(lock.locked())
try:
    with lock:
        raise KeyError(1)
except KeyError:
    print("released:", not lock.locked())
