# group: exceptions
def check(x):
    if x % 2:
        raise ValueError(x)
    return x


def run(n):
    good = bad = 0
    for i in range(n):
        try:
            good += check(i)
        except ValueError:
            bad += 1
    return good, bad


print(run(2_000_000))
