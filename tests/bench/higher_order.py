# group: closures
def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run


def run(n):
    f = compose(lambda x: x + 1, lambda x: x * 3, lambda x: x % 1001)
    total = sum(map(f, range(n)))
    total += sum(filter(lambda x: x % 2, map(lambda x: x * x, range(n))))
    return total


print(run(700_000))
