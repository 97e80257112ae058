# group: list_loops
import itertools
from functools import reduce
def run(n):
    total = 0
    xs = list(range(60))
    for _ in range(n):
        total += sum(a * b for a, b in itertools.combinations(xs[:12], 2))
        total += sum(1 for _ in itertools.product(xs[:6], repeat=2))
        total += reduce(lambda a, b: a ^ b, xs)
        total += sum(itertools.islice(itertools.count(3, 2), 20)) + len(list(itertools.chain(xs, xs)))
        for k, g in itertools.groupby(xs, key=lambda v: v // 10):
            total += k * len(list(g))
        total += sum(itertools.accumulate(xs)) + sum(map(lambda a, b: a * b, xs, xs))
        total += sum(x for x in reversed(xs) if x & 1) + len(list(zip(xs, xs[1:], xs[2:])))
    return total
print(run(8000))
