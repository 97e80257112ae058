# area: threads
# prio: P1
# checks: Timer, its cancel, and a subclass with run
import threading
import time

done = []
t = threading.Timer(0.02, lambda *a, **k: done.append((a, k)), [1, 2], {"c": 3})
t.start()
t.join()
print(done)
t = threading.Timer(30, done.append, ["never"])
t.start()
t.cancel()
t.join()
print(done, t.is_alive(), t.finished.is_set())


class Sum(threading.Thread):
    def __init__(self, numbers):
        super().__init__(name="sum")
        self.numbers = numbers
        self.result = None

    def run(self):
        self.result = 0
        for n in self.numbers:
            time.sleep(0.001)
            self.result += n


threads = [Sum(range(k)) for k in (3, 5, 7)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print([t.result for t in threads])
