# area: modules
# prio: P0
# checks: count, cycle, repeat, islice, takewhile, dropwhile, accumulate
from itertools import accumulate, count, cycle, dropwhile, islice, repeat, takewhile

print(list(islice(count(5), 3)), list(islice(count(0, 2.5), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(islice(repeat(1), 2)))
print(list(islice(range(10), 2, 8, 3)), list(islice("abc", 0)), list(islice("abcdef", 2, None)), list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=10)), list(accumulate([])))
it = iter(range(6))
print(list(islice(it, 2)), next(it), list(it))
