# area: threads
# prio: P0
# checks: threading.local: every thread its own attributes; subclasses are initialised in each
import threading

data = threading.local()
data.x = 1


class Mine(threading.local):
    kind = "class"

    def __init__(self, start):
        self.start = start
        made.append(threading.current_thread().name)


made = []
mine = Mine(5)
mine.start += 1


def work():
    print(hasattr(data, "x"))
    data.x = 2
    print(data.x, data.__dict__, mine.start, mine.kind)
    mine.start = 50
    del data.x
    try:
        data.x
    except AttributeError as e:
        print(e)


for name in ("a", "b"):
    t = threading.Thread(target=work, name=name)
    t.start()
    t.join()
print(data.x, mine.start, made)
try:
    threading.local(1)
except TypeError as e:
    print(e)
try:
    data.__dict__ = {}
except AttributeError as e:
    print(e)
