# group: strings
def run(n):
    total = 0
    for i in range(n):
        s = f"{i}:{i * 2:>8}|{i / 7:.3f}|{'x' * (i % 5):<6}"
        t = "%d-%s-%05.1f" % (i, "ab", i / 3)
        u = "{} {:x}".format(i, i)
        total += len(s) + len(t) + len(u)
    return total


print(run(250_000))
