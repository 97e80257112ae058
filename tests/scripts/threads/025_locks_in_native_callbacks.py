# area: threads
# prio: P1
# checks: locks and sleeps inside of sorted, map, generators, properties, iterators
import threading
import time

lock = threading.Lock()
trace = []


class Box:
    def __init__(self, n):
        time.sleep(0.001)
        self.n = n

    def __lt__(self, other):
        time.sleep(0.001)
        with lock:
            return self.n < other.n

    @property
    def twice(self):
        with lock:
            return self.n * 2


def numbers(n):
    for i in range(n):
        time.sleep(0.0005)
        with lock:
            yield_ = i
        yield yield_


class Steps:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        time.sleep(0.0005)
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


def work(k):
    boxes = [Box(i * k % 7) for i in range(4)]
    out = [b.n for b in sorted(boxes)]
    out.append(sum(map(lambda b: b.twice, boxes)))
    out.append(list(numbers(3)))
    out.append([x for x in Steps(3)])
    trace.append((k, out))


threads = [threading.Thread(target=work, args=(k,)) for k in (1, 2, 3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for row in sorted(trace):
    print(row)
