# area: generators
# prio: P0
# checks: yield from passes values, sends, throws and the result
def inner():
    try:
        got = yield "a"
        print("inner got", got)
        yield "b"
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
    return "inner result"


def outer():
    r = yield from inner()
    print("outer has", r)
    r = yield from [1, 2]
    print("list gives", r)
    return "done"


o = outer()
print(next(o), o.send("hello"), o.throw(ValueError("v")), next(o), next(o))
try:
    next(o)
except StopIteration as e:
    print(e.value)
o = outer()
next(o)
o.close()
