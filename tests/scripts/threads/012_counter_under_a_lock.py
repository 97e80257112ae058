# area: threads
# prio: P0
# checks: many threads change one number under a lock; none is lost
import threading

total = 0
lock = threading.Lock()


def add(n):
    global total
    for _ in range(n):
        with lock:
            value = total
            total = value + 1


threads = [threading.Thread(target=add, args=(5000,)) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.money = 100

    def move(self, other, n):
        first, second = sorted((self, other), key=id)
        with first.lock, second.lock:
            self.money -= n
            other.money += n


a, b = Account(), Account()
threads = [threading.Thread(target=lambda x, y: [x.move(y, 1) for _ in range(500)], args=pair)
           for pair in ((a, b), (b, a)) * 3]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a.money + b.money)
