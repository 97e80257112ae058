# area: threads
# prio: P0
# checks: threads that wait inside generators of context managers, and in next() of a generator
import contextlib
import threading
import time

lock = threading.Lock()


@contextlib.contextmanager
def guard(log):
    with lock:
        log.append("in")
        time.sleep(0.001)
        yield len(log)
        log.append("out")


def numbers():
    while True:
        with lock:
            time.sleep(0.001)
        yield 5


class Steps:
    def __next__(self):
        with lock:
            time.sleep(0.001)
        return 6


log, got = [], []


def work():
    for _ in range(2):
        with guard(log) as n:
            got.append(n % 2)
    got.append(next(numbers()))
    got.append(next(Steps()))


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log == ["in", "out"] * 8, sorted(got))
