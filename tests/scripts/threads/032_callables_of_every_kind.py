# area: threads
# prio: P0
# checks: what a thread is given may be any callable, and may wait inside: partials, methods, classes, natives
import functools
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work(a, b, *, c=0):
    time.sleep(0.001)
    return a, b, c


class Callable:
    def __init__(self, v=0):
        time.sleep(0.001)
        self.v = v

    def __call__(self, x):
        time.sleep(0.001)
        return x * 2

    def method(self, x, *rest, **named):
        time.sleep(0.001)
        return self.v, x, rest, named

    @classmethod
    def of_class(cls, x):
        return cls.__name__, x

    @staticmethod
    def static(x):
        return x


def fails():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("x") from e


with ThreadPoolExecutor(2) as ex:
    print(ex.submit(functools.partial(work, 1, c=5), 2).result())
    print(list(ex.map(functools.partial(work, 0), [1, 2])))
    print(ex.submit(functools.partial(work, 1, c=5), 2, c=6).result())
    print(ex.submit(Callable(), 4).result(), ex.submit(Callable.of_class, 1).result())
    print(ex.submit(Callable.static, 2).result(), ex.submit(Callable, 3).result().v)
    print(ex.submit(Callable(7).method, 1, 2, k=3).result())
    print(ex.submit(max, [1, 5, 2]).result(), ex.submit(sorted, [3, 1], reverse=True).result())
    print(ex.submit(int, "7").result(), ex.submit(time.sleep, 0.001).result())
    try:
        ex.submit(fails).result()
    except ValueError as e:
        print(repr(e), repr(e.__cause__))
    try:
        ex.submit(sys.exit, 4).result()
    except SystemExit as e:
        print("SystemExit", e.code)
t = threading.Thread(target=print, args=("printed",), kwargs={"end": "!\n"})
t.start()
t.join()
