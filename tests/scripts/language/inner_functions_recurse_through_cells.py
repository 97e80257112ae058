# area: language
# prio: P0
# checks: a nested function may call itself and a later sibling
def outer(n):
    def down(k):
        return [] if k == 0 else [k] + down(k - 1)

    def first(k):
        return second(k) + 1

    def second(k):
        return k * n

    return down(n), first(5)


print(outer(3))


def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run


print(compose(lambda x: x + 1, lambda x: x * 2)(5))
