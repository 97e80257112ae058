# area: modules
# prio: P2
# checks: process_time and thread_time advance with work, finely, and not while the process sleeps
import time

whole, own, nanoseconds = time.process_time(), time.thread_time(), time.process_time_ns()
steps = 0
while time.process_time() - whole < 0.01:
    steps += 1
print(steps > 100)
print(time.thread_time() - own > 0.004)
print(time.process_time_ns() - nanoseconds >= 10_000_000)

# A clock that counts ticks of the system stands still in so short a time.
readings = {time.process_time_ns() for _ in range(1000)}
print(len(readings) > 500)

before = time.process_time()
time.sleep(0.2)
print(time.process_time() - before < 0.1)
