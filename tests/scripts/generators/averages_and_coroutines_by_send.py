# area: generators
# prio: P1
# checks: a running average and a broadcast of sent values

def average():
    total = n = 0
    while (value := (yield total / n if n else None)) is not None:
        total += value
        n += 1
    return total, n


def broadcast(*targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)


def collect(into, keep):
    while True:
        item = yield
        if keep(item):
            into.append(item)


a = average()
next(a)
print([a.send(n) for n in (10, 20, 60)])
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value)
even, big = [], []
targets = [collect(even, lambda n: n % 2 == 0), collect(big, lambda n: n > 5)]
b = broadcast(*targets)
for g in [*targets, b]:
    next(g)
for n in range(10):
    b.send(n)
print(even, big)
try:
    average().send(1)
except TypeError as error:
    print(error)
