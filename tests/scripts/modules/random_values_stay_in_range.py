# area: modules
# prio: P0
# checks: random numbers without a seed keep their bounds
import random

print(all(0 <= random.random() < 1 for _ in range(200)), {random.randint(1, 3) for _ in range(300)} == {1, 2, 3}, random.choice([7]), sorted(random.sample(range(5), 5)))
xs = list(range(10))
random.shuffle(xs)
print(sorted(xs), all(2 <= random.uniform(2, 3) <= 3 for _ in range(50)), random.randrange(0, 10, 5) in (0, 5))
a, b = random.Random(5), random.Random(5)
print([a.random() for _ in range(3)] == [b.random() for _ in range(3)])
for f in (lambda: random.choice([]), lambda: random.randint(5, 1)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__)
