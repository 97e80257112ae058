# area: threads
# prio: P1
# checks: a pipeline of threads and queues keeps all items in order
import queue
import threading


def stage(source, target, f):
    while True:
        item = source.get()
        if item is None:
            target.put(None)
            return
        target.put(f(item))


queues = [queue.Queue(2) for _ in range(4)]
steps = [lambda x: x + 1, lambda x: x * 2, str]
threads = [threading.Thread(target=stage, args=(a, b, f))
           for a, b, f in zip(queues, queues[1:], steps)]
for t in threads:
    t.start()


def feed():
    for i in range(10):
        queues[0].put(i)
    queues[0].put(None)


feeder = threading.Thread(target=feed)
feeder.start()
out = []
while (item := queues[-1].get()) is not None:
    out.append(item)
print(out)
for t in (*threads, feeder):
    t.join()
