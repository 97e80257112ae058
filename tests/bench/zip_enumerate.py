# group: list_loops
def run(rounds):
    xs, ys, names = list(range(200)), [i * 3 % 50 for i in range(200)], [f"n{i}" for i in range(200)]
    total = 0
    for r in range(rounds):
        for i, (x, y) in enumerate(zip(xs, ys)):
            total += i ^ x ^ y
        for a, b, c in zip(xs, ys, names):
            if a < b:
                total += len(c)
        total += sum(x * y for x, y in zip(xs, ys)) & 1023
        total += sum(map(lambda v: v & 7, ys)) + len(list(filter(None, ys)))
        total += len(dict(zip(names, xs))) + max(ys) - min(xs) + any(ys) + all(xs)
    return total


print(run(5000))
