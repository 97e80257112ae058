# group: generators
def build(lo, hi):
    if lo >= hi:
        return None
    mid = (lo + hi) // 2
    return build(lo, mid), mid, build(mid + 1, hi)


def walk(t):
    if t is not None:
        yield from walk(t[0])
        yield t[1]
        yield from walk(t[2])


tree = build(0, 40_000)
print(sum(sum(walk(tree)) for _ in range(12)))
