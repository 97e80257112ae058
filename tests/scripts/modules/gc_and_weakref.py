# area: modules
# prio: P1
# checks: weak references die with their object, cycles are collected
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Node("a")
r = weakref.ref(a, lambda ref: print("callback"))
print(r() is a)
a = None
print(r())
x, y = Node("x"), Node("y")
x.other, y.other = y, x
rx = weakref.ref(x)
gc.collect()
print(rx() is x)
rx2 = weakref.ref(y)
order = []
Node.__del__ = lambda self: order.append(self.name)
del x, y
gc.collect()
print(rx(), rx2(), sorted(order))
try:
    weakref.ref(5)
except TypeError as e:
    print(e)
