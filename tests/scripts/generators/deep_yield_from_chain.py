# area: generators
# prio: P0
# checks: values pass through a chain of a hundred delegations in both directions
def chain(n):
    if n == 0:
        got = yield "bottom"
        print("bottom got", got)
        return 0
    r = yield from chain(n - 1)
    return r + 1


c = chain(100)
print(next(c))
try:
    c.send("sent")
except StopIteration as e:
    print(e.value)
c = chain(50)
next(c)
try:
    c.throw(KeyError("thrown"))
except KeyError as e:
    print(e)


def tree(lo, hi):
    if lo < hi:
        mid = (lo + hi) // 2
        yield from tree(lo, mid)
        yield mid
        yield from tree(mid + 1, hi)


print(list(tree(0, 15)))
