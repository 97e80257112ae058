# area: language
# prio: P0
# checks: several items of one with are entered in order and left in reverse, also after an error

class Step:
    def __init__(self, name, fail=False, swallow=False):
        self.name, self.fail, self.swallow = name, fail, swallow

    def __enter__(self):
        print("enter", self.name)
        if self.fail:
            raise ValueError("no entry to " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow


with Step("a") as a, Step("b") as b, Step("c"):
    print("body", a, b)
try:
    with Step("d"), Step("e", fail=True), Step("f"):
        print("never")
except ValueError as error:
    print("caught", error)
with Step("g", swallow=True), Step("h"):
    raise KeyError("k")
with (
    Step("i") as i,
    Step("j", swallow=True) as j,
):
    1 / 0
print("end", i, j)


def leave():
    with Step("k"):
        return "returned"


print(leave())
for n in range(3):
    with Step(str(n)):
        if n == 0:
            continue
        break
