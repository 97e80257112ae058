# area: threads
# prio: P2
# checks: the module _thread
import _thread
import threading
import time

lock = _thread.allocate_lock()
lock.acquire()
out = []


def work(a, b=0):
    out.append((a, b, _thread.get_ident() != threading.main_thread().ident))
    lock.release()


print(type(_thread.start_new_thread(work, (1,), {"b": 2})).__name__)
lock.acquire()
print(out, _thread.error is RuntimeError, type(lock).__name__)
for args in ((5, ()), (work, [1]), (work, (), 3)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as e:
        print(e)


def leave():
    try:
        _thread.exit()
    finally:
        lock.release()


_thread.start_new_thread(leave, ())
lock.acquire()
names = []


def who():
    me = threading.current_thread()
    names.append((type(me).__name__, me.daemon, me.name.startswith("Dummy-"), me.is_alive()))
    lock.release()


_thread.start_new_thread(who, ())
lock.acquire()
print(names)
