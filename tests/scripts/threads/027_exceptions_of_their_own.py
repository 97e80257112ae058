# area: threads
# prio: P0
# checks: what is being handled belongs to a thread; recursion limits too
import sys
import threading

first, second = threading.Event(), threading.Event()
out = []


def one():
    try:
        raise KeyError("one")
    except KeyError:
        first.set()
        second.wait()
        out.append(("one", repr(sys.exc_info()[1])))
        try:
            raise ValueError("again")
        except ValueError as e:
            out.append(("context", repr(e.__context__)))


def two():
    first.wait()
    out.append(("two", sys.exc_info()[1]))
    try:
        raise ValueError("two")
    except ValueError as e:
        out.append(("no context", e.__context__))
    second.set()


threads = [threading.Thread(target=f) for f in (one, two)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for row in out:
    print(*row)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def try_deep():
    print(deep(500))
    try:
        deep(100_000)
    except RecursionError as e:
        print("RecursionError")


def within(n):
    if n:
        return within(n - 1)
    t = threading.Thread(target=try_deep)
    t.start()
    t.join()


within(500)
