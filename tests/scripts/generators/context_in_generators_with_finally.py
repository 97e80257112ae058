# area: generators
# prio: P1
# checks: with blocks and finally inside generators that are left early

class Resource:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("open", self.name)
        return self

    def __exit__(self, kind, *_):
        print("close", self.name, kind.__name__ if kind else None)


def lines(name):
    with Resource(name):
        for n in range(3):
            yield f"{name}{n}"


for line in lines("a"):
    print(line)
    if line == "a1":
        break
g = lines("b")
print(next(g))
try:
    g.throw(OSError("disk"))
except OSError as error:
    print(error)
g = lines("c")
next(g)
g.close()
print(list(lines("d"))[-1], list(zip(lines("e"), "x")))


def stubborn():
    try:
        yield 1
    finally:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
