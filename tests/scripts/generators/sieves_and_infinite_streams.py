# area: generators
# prio: P1
# checks: infinite generators combined lazily

import itertools


def naturals(n=0):
    while True:
        yield n
        n += 1


def sieve(numbers):
    prime = next(numbers)
    yield prime
    yield from sieve(n for n in numbers if n % prime)


def take(n, items):
    return list(itertools.islice(items, n))


def hamming():
    values = [1]
    i = j = k = 0
    while True:
        yield values[-1]
        values.append(min(values[i] * 2, values[j] * 3, values[k] * 5))
        i += values[-1] == values[i] * 2
        j += values[-1] == values[j] * 3
        k += values[-1] == values[k] * 5


def look_and_say(text="1"):
    while True:
        yield text
        text = "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(text))


def interleave(*streams):
    for items in zip(*streams):
        yield from items


print(take(12, sieve(naturals(2))), take(12, hamming()), take(6, look_and_say()))
print(take(6, interleave(naturals(), naturals(100))), take(4, (n * n for n in naturals() if n % 3 == 1)))
