# area: modules
# prio: P2
# checks: itertools.tee refuses absurd numbers of branches, and many branches are made, read and dropped in no time
import gc
import itertools

for count in (2**40, 2**62, -1):
    try:
        itertools.tee([], count)
    except (MemoryError, OverflowError, ValueError) as error:
        print(type(error).__name__)

branches = list(itertools.tee(itertools.count(), 100000))
print(next(branches[5]), next(branches[5]), next(branches[7]))
gc.collect()
del branches[9:90000]
gc.collect()
print(len(branches), next(branches[0]), next(branches[5]))
branches.clear()

first, second, third = itertools.tee(range(4), 3)
for _ in range(3):
    next(first)
next(second)
del third
next(second)
fourth = first.__copy__()
print(list(second), next(first), next(fourth, None), next(first, "end"))
