# area: language
# prio: P0
# checks: with calls __enter__ and __exit__ in order, with the exception, and a true result suppresses it
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v, tb is not None)
        return self.swallow


with CM("a") as a, CM("b") as b:
    print(a, b)
with CM("c", True):
    raise ValueError("lost")
try:
    with (CM("d"), CM("e") as e,):
        raise KeyError("k")
except KeyError as err:
    print("caught", err)


def f():
    with CM("f"):
        return "returned"


print(f())
for i in range(3):
    with CM("loop"):
        if i == 1:
            break
