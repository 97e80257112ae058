# area: threads
# prio: P0
# checks: Event and Condition: wait, notify, timeouts, errors
import threading

ev = threading.Event()
print(ev.is_set(), ev.wait(0.01))
out = []


def waiter():
    out.append(ev.wait(5))


threads = [threading.Thread(target=waiter) for _ in range(3)]
for t in threads:
    t.start()
ev.set()
for t in threads:
    t.join()
print(out, ev.is_set(), ev.wait(0))
ev.clear()
print(ev.is_set(), repr(ev).split(" at ")[0], repr(ev).split(": ")[1])

cond = threading.Condition()
items = []
got = []


def consumer(n):
    for _ in range(n):
        with cond:
            cond.wait_for(lambda: items)
            got.append(items.pop(0))


threads = [threading.Thread(target=consumer, args=(2,)) for _ in range(2)]
for t in threads:
    t.start()
for i in range(4):
    with cond:
        items.append(i)
        cond.notify()
for t in threads:
    t.join()
print(sorted(got))
with cond:
    print(cond.wait(0.01), cond.wait_for(lambda: False, 0.01), cond.wait_for(lambda: 7))
for f in (cond.wait, cond.notify, cond.notify_all):
    try:
        f()
    except RuntimeError as e:
        print(e)
