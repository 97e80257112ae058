# area: generators
# prio: P0
# checks: losing the last reference closes a suspended generator
def g(name):
    try:
        yield 1
    finally:
        print("closed", name)


it = g("del")
next(it)
del it
print("after del")
it = g("rebind")
next(it)
it = None
print("after rebind")
for x in g("break"):
    break
print("after break")


def f():
    local = g("local")
    next(local)
    print("leaving f")


f()
g("never started")
print([x for x in g("full")])
next(g("temporary"))
print("end")
