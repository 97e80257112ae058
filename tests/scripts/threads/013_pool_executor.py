# area: threads
# prio: P0
# checks: ThreadPoolExecutor: submit, map, results, exceptions, names, shutdown
import concurrent.futures as cf
import threading
import time

with cf.ThreadPoolExecutor(3, thread_name_prefix="pool") as ex:
    fs = [ex.submit(lambda i: (time.sleep(0.01 * (3 - i)), i)[1], i) for i in range(3)]
    print([f.result() for f in fs])
    print(list(ex.map(pow, [1, 2, 3], [2, 2, 2])))
    f = ex.submit(lambda: 1 / 0)
    print(repr(f.exception()))
    try:
        f.result()
    except ZeroDivisionError as e:
        print(e, f.done(), f.cancelled(), f.running())
    print(ex.submit(lambda: threading.current_thread().name).result().rpartition("_")[0])
    try:
        list(ex.map(lambda x: 1 // x, [1, 0]))
    except ZeroDivisionError as e:
        print(e)
try:
    ex.submit(print)
except RuntimeError as e:
    print(e)
for bad in (0, -1):
    try:
        cf.ThreadPoolExecutor(bad)
    except ValueError as e:
        print(e)
try:
    cf.ThreadPoolExecutor(1, initializer=5)
except TypeError as e:
    print(e)
local = threading.local()


def prepare(value):
    local.value = value


with cf.ThreadPoolExecutor(2, initializer=prepare, initargs=("ready",)) as ex:
    print([ex.submit(lambda: local.value).result() for _ in range(4)])
