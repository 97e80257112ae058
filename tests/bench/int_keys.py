# group: dict_loops
def run(n, rounds):
    total = 0
    for r in range(rounds):
        d = {}
        for i in range(n):
            d[i * 17] = i
        for i in range(0, n, 2):
            del d[i * 17]
        for k in d:
            total += d[k]
        for i in range(n):
            total += d.get(i, 0)
    return total


print(run(2000, 900))
