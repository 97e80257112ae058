# area: generators
# prio: P0
# checks: generators feed generators, one item at a time
def numbers(n):
    for i in range(n):
        print("make", i)
        yield i


def evens(xs):
    for x in xs:
        if x % 2 == 0:
            yield x


def squares(xs):
    return (x * x for x in xs)


for s in squares(evens(numbers(5))):
    print("use", s)


def take(n, xs):
    for x in xs:
        if n == 0:
            return
        n -= 1
        yield x


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


print(list(take(10, primes())))
