# group: list_loops
def run(xs, rounds):
    total = 0
    for _ in range(rounds):
        for x in xs:
            total += x
    return total


print(run(list(range(1000)), 16_000))
