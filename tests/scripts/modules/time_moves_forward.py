# area: modules
# prio: P0
# checks: monotonic and perf_counter never go back, sleep waits
import time

a = time.monotonic()
time.sleep(0.01)
b = time.monotonic()
print(b > a, b - a >= 0.009, isinstance(a, float), time.perf_counter() <= time.perf_counter(), time.time() > 1.6e9, isinstance(time.monotonic_ns(), int), isinstance(time.time_ns(), int))
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
time.sleep(0)
print(time.process_time() >= 0)
