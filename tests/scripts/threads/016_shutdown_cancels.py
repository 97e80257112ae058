# area: threads
# prio: P1
# checks: shutdown(cancel_futures=True), a broken initializer, work at the end of the program
import concurrent.futures as cf
import threading
import time

ex = cf.ThreadPoolExecutor(1)
gate = threading.Event()
first = ex.submit(gate.wait)
rest = [ex.submit(print, "never") for _ in range(3)]
threading.Timer(0.02, gate.set).start()
ex.shutdown(cancel_futures=True)
print(first.result(), [f.cancelled() for f in rest])
ex.shutdown()
ex = cf.ThreadPoolExecutor(1)


def slow():
    time.sleep(0.05)
    print("the pool's work is done")


ex.submit(slow)
import atexit

atexit.register(print, "atexit")
threading.Thread(target=lambda: (time.sleep(0.02), print("thread"))).start()
print("end of main")
