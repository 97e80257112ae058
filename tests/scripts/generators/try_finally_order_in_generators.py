# area: generators
# prio: P0
# checks: with and finally inside generators interleave with the consumer
class CM:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        print("enter", self.n)
        return self

    def __exit__(self, *a):
        print("exit", self.n, a[0] and a[0].__name__)


def g():
    with CM(1):
        yield "a"
        with CM(2):
            yield "b"
        yield "c"


for x in g():
    print("body", x)
it = g()
next(it)
next(it)
try:
    it.throw(KeyError("k"))
except KeyError:
    print("through")
it = g()
next(it)
next(it)
it.close()
