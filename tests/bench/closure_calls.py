# group: closures
def make(k):
    def add(x):
        return x + k
    return add


def counter():
    n = 0

    def up(by):
        nonlocal n
        n += by
        return n
    return up


def run(n):
    f, g, up = make(1), make(2), counter()
    total = 0
    for i in range(n):
        total += f(i) - g(i) + up(1)
    return total


print(run(1_500_000))
