# area: threads
# prio: P0
# checks: start, join, is_alive, name, ident, daemon of a Thread, before, during and after
import threading

gate = threading.Event()
seen = []


def work(a, b=0):
    me = threading.current_thread()
    seen.append((a, b, me.name, me is t, me.ident == threading.get_ident()))
    gate.wait()


t = threading.Thread(target=work, args=(1,), kwargs={"b": 2}, name="worker")
print(t.is_alive(), t.ident, t.name, t.daemon, repr(t))
t.start()
print(t.is_alive(), type(t.ident).__name__, type(t.native_id).__name__)
print(threading.active_count(), t in threading.enumerate())
t.join(0.01)
print(t.is_alive())
gate.set()
t.join()
print(t.is_alive(), threading.active_count(), t in threading.enumerate())
print(seen)
t.name = "other"
print(t.name, repr(t).split(",")[0])
print(threading.main_thread() is threading.current_thread())
print(threading.Thread(target=work).name.startswith("Thread-"))
print(threading.Thread(target=work).name.endswith(" (work)"))
