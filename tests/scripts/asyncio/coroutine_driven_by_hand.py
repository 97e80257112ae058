# area: asyncio
# prio: P0
# checks: send, throw and close on coroutines without a loop
class Ping:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return got


async def work(a):
    try:
        x = await Ping(a)
        y = await Ping(x + 1)
        return x, y
    except ValueError as e:
        print("caught", e)
        return "handled"
    finally:
        print("finally")


c = work("first")
try:
    c.send(1)
except TypeError as e:
    print(e)
print(c.send(None), c.send(10))
try:
    c.send(20)
except StopIteration as e:
    print(e.value)
c = work("again")
c.send(None)
try:
    c.throw(ValueError("v"))
except StopIteration as e:
    print(e.value)
c = work("closed")
c.send(None)
c.close()
print(type(c).__name__, c.__name__)
