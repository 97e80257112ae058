# group: list_loops
def run(n, rounds):
    xs = [0] * n
    total = 0
    for r in range(rounds):
        i = 0
        while i < n:
            total += xs[i]
            xs[i] = i + r
            i += 1
    return total


print(run(1000, 4500))
