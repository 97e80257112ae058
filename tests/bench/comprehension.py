# group: list_loops
def run(rounds):
    total = 0
    for r in range(rounds):
        xs = [x * 2 for x in range(1000) if x % 3]
        pairs = [(x, y) for x in xs[:20] for y in xs[-20:]]
        total += len(xs) + sum([a + b for a, b in pairs]) + xs[r % 100]
    return total


print(run(5500))
