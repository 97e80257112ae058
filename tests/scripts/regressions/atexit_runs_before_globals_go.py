# area: regressions
# prio: P0
# checks: atexit callbacks, the last first, before what the globals hold is finalised
import atexit
import weakref


class D:
    def __del__(self):
        print("del")


d = D()
f = weakref.finalize(d, print, "finalize")
atexit.register(print, "first registered")


@atexit.register
def last():
    print("last registered", d is not None)


print("end")
