# area: threads
# prio: P0
# checks: concurrent Future: cancel, timeouts, callbacks, set twice, repr
import concurrent.futures as cf
import threading

ex = cf.ThreadPoolExecutor(1)
gate = threading.Event()
running = ex.submit(gate.wait)
waiting = ex.submit(print, "never")
print(running.running(), running.cancel(), waiting.cancel(), waiting.cancelled(), waiting.done())
try:
    running.result(timeout=0.01)
except TimeoutError as e:
    print(repr(e), cf.TimeoutError is TimeoutError)
try:
    running.exception(timeout=0.01)
except TimeoutError as e:
    print(repr(e))
running.add_done_callback(lambda f: print("first", f.result()))
running.add_done_callback(lambda f: print("second", f is running))
gate.set()
ex.shutdown()
running.add_done_callback(lambda f: print("late", f.done()))
for f in (waiting.result, waiting.exception):
    try:
        f()
    except cf.CancelledError as e:
        print(repr(e))
f = cf.Future()
print(repr(f).split(" state=")[1])
print(f.set_running_or_notify_cancel(), repr(f).split(" state=")[1], f.cancel())
f.set_result([1])
print(repr(f).split(" state=")[1])
for g in (f.set_result, f.set_exception):
    try:
        g(None)
    except cf.InvalidStateError as e:
        print(str(e).split(":")[0])
f = cf.Future()
f.set_exception(KeyError("k"))
print(repr(f).split(" state=")[1], repr(f.exception()))
