# group: whole_programs
def solve(n, row=0, cols=0, left=0, right=0):
    if row == n:
        return 1
    count = 0
    free = ~(cols | left | right) & ((1 << n) - 1)
    while free:
        bit = free & -free
        free ^= bit
        count += solve(n, row + 1, cols | bit, (left | bit) << 1, (right | bit) >> 1)
    return count


def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x, *rest)


def slow(n):
    return sum(1 for p in permutations(tuple(range(n)))
               if len({p[i] + i for i in range(n)}) == n == len({p[i] - i for i in range(n)}))


print(solve(11), slow(8))
