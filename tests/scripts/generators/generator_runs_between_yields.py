# area: generators
# prio: P0
# checks: the body runs only between next calls, and StopIteration carries the return value
def g():
    print("start")
    x = yield 1
    print("got", x)
    yield 2
    print("end")
    return "result"


it = g()
print("created")
print(next(it))
print(next(it))
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value)
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value)
print(list(it))
