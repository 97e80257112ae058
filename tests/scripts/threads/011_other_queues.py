# area: threads
# prio: P1
# checks: PriorityQueue, LifoQueue, SimpleQueue
import queue
import threading

p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put(x)
print([p.get() for _ in range(3)])
s = queue.LifoQueue(3)
for x in (3, 1, 2):
    s.put(x)
print([s.get() for _ in range(3)])
q = queue.SimpleQueue()
print(q.empty(), q.qsize())
q.put(1, block=False)
q.put_nowait(2)
print(q.qsize(), q.get(), q.get_nowait(), q.empty())
for f in (q.get_nowait, lambda: q.get(timeout=0.01)):
    try:
        f()
    except queue.Empty as e:
        print(repr(e))
try:
    q.get(timeout=-1)
except ValueError as e:
    print(e)
got = []
threads = [threading.Thread(target=lambda: got.append(q.get())) for _ in range(3)]
for t in threads:
    t.start()
for i in range(3):
    q.put(i)
for t in threads:
    t.join()
print(sorted(got))


class Mine(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


m = Mine()
m.put(1)
m.put(1)
print(m.qsize(), m.get())
