# area: modules
# prio: P2
# checks: a seeded generator gives the same, and samples keep their promises

import random

r = random.Random(42)
print(r.random(), r.randint(1, 6), r.randrange(0, 100, 5), r.choice("abcdef"), r.uniform(1, 2), r.getrandbits(70))
data = list(range(10))
r.shuffle(data)
print(data, r.sample(range(1000), 5), r.choices("abc", k=6), r.choices(["x", "y"], weights=[1, 9], k=5), r.choices([1, 2], cum_weights=[1, 4], k=3))
print(r.gauss(0, 1), r.normalvariate(5, 2), r.expovariate(2), r.triangular(0, 10, 3), r.betavariate(1, 2))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], random.Random(1).random() == random.Random(1).random(), random.Random("text").randint(0, 10**9), random.Random(b"bytes").random())
random.seed(7)
a = [random.randint(0, 9) for _ in range(5)]
random.seed(7)
print(a == [random.randint(0, 9) for _ in range(5)], a, random.sample("ab", counts=[2, 1], k=3), r.randbytes(4))
values = [r.randrange(3, 6) for _ in range(200)]
print(set(values) == {3, 4, 5}, all(0 <= random.random() < 1 for _ in range(100)), sorted(r.sample([1, 2, 3], 3)), r.randint(-5, -5))
for bad in [lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.randint(2, 1), lambda: r.randrange(0), lambda: r.choices([], k=1), lambda: r.sample({1, 2}, 1), lambda: r.choices([1], weights=[1, 2]), lambda: r.randrange(1, 2, 0), lambda: r.shuffle((1, 2))]:
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
