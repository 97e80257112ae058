# area: threads
# prio: P0
# checks: the end of the program waits for threads, not for daemons, blocked or busy
import atexit
import threading
import time

atexit.register(print, "atexit")
lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire, daemon=True).start()


def busy():
    while True:
        pass


def sleepy():
    while True:
        time.sleep(0.005)


def worker():
    time.sleep(0.03)
    print("worker", threading.main_thread().is_alive())


threading.Thread(target=busy, daemon=True).start()
threading.Thread(target=sleepy, daemon=True).start()
threading.Thread(target=worker).start()
print("main")
