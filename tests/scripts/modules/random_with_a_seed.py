# area: modules
# prio: P1
# checks: random's generator is reproducible after a seed
import random

random.seed(12345)
print(random.random(), random.random(), random.randint(1, 6), random.randrange(100), random.choice("abcdef"))
r = random.Random(7)
print(r.random(), r.uniform(1, 2), r.getrandbits(40))
xs = list(range(8))
r.shuffle(xs)
print(xs, r.sample(range(20), 3), r.choices("ab", k=5))
