# group: generators
def accumulate():
    total = 0
    while True:
        total += yield total


def run(n):
    g = accumulate()
    next(g)
    for i in range(n):
        last = g.send(i)
    return last


print(run(3_500_000))
