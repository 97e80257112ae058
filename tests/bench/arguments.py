# group: closures
def f(a, b=2, *args, k=3, **kw):
    return a + b + k + len(args) + len(kw)


def g(a, b=5, c=6):
    return a + b + c


def run(n):
    total = 0
    args = (1, 2, 3)
    for i in range(n):
        total += g(i) + g(i, c=1) + g(*args) + f(1, k=i) + f(i, 2, 3, 4) + f(*args, z=1)
    return total


print(run(450_000))
