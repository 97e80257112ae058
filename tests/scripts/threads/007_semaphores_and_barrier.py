# area: threads
# prio: P0
# checks: Semaphore, BoundedSemaphore, Barrier: permits, order, breaking, errors
import threading

s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release(2)
with s:
    print(s._value)
b = threading.BoundedSemaphore()
for f in (b.release, lambda: threading.Semaphore(-1), lambda: s.release(0),
          lambda: s.acquire(False, 1)):
    try:
        f()
    except ValueError as e:
        print(e)

most = now = 0
lock = threading.Lock()
gate = threading.Semaphore(3)


def work():
    global most, now
    import time
    with gate:
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.005)
        with lock:
            now -= 1


threads = [threading.Thread(target=work) for _ in range(12)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most, now)
bar = threading.Barrier(3, action=lambda: print("all there"))
places = []


def meet():
    for _ in range(2):
        places.append(bar.wait())


threads = [threading.Thread(target=meet) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(places), bar.parties, bar.n_waiting, bar.broken)
two = threading.Barrier(2)
try:
    two.wait(0.01)
except threading.BrokenBarrierError as e:
    print("broken", two.broken)
two.reset()
print(two.broken)
two.abort()
try:
    two.wait()
except threading.BrokenBarrierError:
    print("aborted")
