# area: threads
# prio: P0
# checks: starting twice, joining too early, joining itself, daemon of a running thread
import threading


def nothing():
    pass


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


t = threading.Thread(target=nothing)
attempt(t.join)
t.start()
t.join()
t.join()
attempt(t.start)
attempt(threading.current_thread().join)


def self_join():
    attempt(threading.current_thread().join)


s = threading.Thread(target=self_join)
s.start()
s.join()
gate = threading.Event()
g = threading.Thread(target=gate.wait)
g.start()
try:
    g.daemon = True
except RuntimeError as e:
    print(e)
gate.set()
g.join()
print(threading.Thread(target=nothing, daemon=True).daemon)


class Broken(threading.Thread):
    def __init__(self):
        pass


attempt(Broken().start)
attempt(threading.Thread, None, nothing, "n", (), None, 5)
