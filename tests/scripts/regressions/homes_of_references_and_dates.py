# area: regressions
# prio: P2
# checks: the class of weak references and what it says; no __module__ on dates and namespaces; deque's items by name with a large int
import collections
import copy
import datetime
import operator
import types
import weakref


class A:
    pass


def show(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


a = A()
r = weakref.ref(a)
print(weakref.ref, weakref.ReferenceType.__name__, weakref.ref.__qualname__, weakref.ref.__module__, type(r) is weakref.ref)
show(lambda: weakref.ref(1))
show(lambda: weakref.ref())
show(lambda: weakref.ref(a, 1, 2, 3))
show(lambda: weakref.ref(a, x=1))
show(lambda: weakref.ref.zz)
show(lambda: weakref.ref.mro())
show(lambda: r.x)
show(lambda: r(1))
show(lambda: r(x=1))
show(lambda: r + 1)
show(lambda: r.__module__)


class W(weakref.ref):
    pass


print(W, W.__mro__, W(a)() is a, repr(W(a))[:15])
moment = datetime.datetime(2020, 1, 1)
delta = datetime.timedelta(1)
for value in (moment, moment.date(), moment.time(), delta, datetime.timezone.utc, types.SimpleNamespace()):
    show(lambda: value.__module__)
    print(type(value), type(value).__module__, "__module__" in vars(type(value)))


class D(datetime.datetime):
    pass


print(D(2020, 1, 1).__module__, D, copy.copy(moment), copy.deepcopy(D(2020, 1, 1)), repr(moment))
queue = collections.deque([1, 2])
large = 2**70
show(lambda: queue[large])
show(lambda: queue.__getitem__(large))
show(lambda: queue.__getitem__(*(large,)))
show(lambda: queue.__setitem__(*(large, 1)))
show(lambda: collections.deque.__getitem__(*(queue, large)))
show(lambda: operator.getitem(queue, large))
show(lambda: operator.getitem(*(queue, large)))
show(lambda: queue.__getitem__(*("x",)))
show(lambda: queue.__getitem__(*(1,)))
