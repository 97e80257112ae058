# area: generators
# prio: P0
# checks: throw raises inside the generator, which may handle it and go on
def g():
    while True:
        try:
            x = yield "ready"
            print("x", x)
        except ValueError as e:
            print("handled", e)
            yield "after handling"
        finally:
            print("finally")


it = g()
print(next(it))
print(it.throw(ValueError("v")))
print(next(it))
try:
    it.throw(KeyError("unhandled"))
except KeyError as e:
    print("out", e)
print(next(it, "finished"))
fresh = g()
try:
    fresh.throw(IndexError("before start"))
except IndexError as e:
    print(e)
try:
    it.throw(5)
except TypeError as e:
    print(e)
print(list(fresh))
