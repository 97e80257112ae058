# area: threads
# prio: P0
# checks: queue.Queue: blocking, timeouts, limits, task_done and join
import queue
import threading

q = queue.Queue(2)


def produce():
    for i in range(6):
        q.put(i)
    q.put(None)


t = threading.Thread(target=produce)
t.start()
print(list(iter(q.get, None)))
t.join()
for f in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(False)):
    try:
        f()
    except queue.Empty:
        print("empty")
q.put(1)
q.put(2)
for f in (lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.01)):
    try:
        f()
    except queue.Full:
        print("full")
print(q.qsize(), q.full(), q.empty(), q.maxsize)
for f in (lambda: q.get(timeout=-1), lambda: q.put(1, timeout=-1)):
    try:
        f()
    except ValueError as e:
        print(e)
work = queue.Queue()
done = []


def worker():
    for item in iter(work.get, None):
        done.append(item)
        work.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for i in range(20):
    work.put(i)
work.join()
print(sorted(done) == list(range(20)), work.unfinished_tasks)
for _ in threads:
    work.put(None)
for t in threads:
    t.join()
for _ in range(3):
    work.task_done()
try:
    work.task_done()
except ValueError as e:
    print(e)
