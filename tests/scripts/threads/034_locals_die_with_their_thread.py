# area: threads
# prio: P1
# checks: what a thread keeps in a threading.local dies with the thread
import gc
import threading
import weakref


class Big:
    pass


local = threading.local()
refs = []


def keep():
    local.o = Big()
    refs.append(weakref.ref(local.o))


t = threading.Thread(target=keep)
t.start()
t.join()
gc.collect()
print(refs[0]() is None, hasattr(local, "o"))
