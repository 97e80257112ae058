# area: threads
# prio: P1
# checks: a generator that another thread goes on with, and one that two run at once
import threading
import time


def count():
    n = 0
    while True:
        time.sleep(0.002)
        n += 1
        yield n


shared = count()
got, errors = [], []


def pull():
    for _ in range(3):
        try:
            got.append(next(shared))
        except ValueError as e:
            errors.append(str(e))
            time.sleep(0.001)


print(next(shared))
t = threading.Thread(target=pull)
t.start()
t.join()
print(got)
threads = [threading.Thread(target=pull) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(set(errors))
shared.close()
print(next(shared, "closed"))
