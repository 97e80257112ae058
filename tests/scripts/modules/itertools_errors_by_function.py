# area: modules
# prio: P1
# checks: itertools with wrong arguments
import itertools
from itertools import *
for source in r'''islice([1], -1)
islice([1], "a")
islice([1], 1, 2, 0)
islice([1])
list(islice(range(10), 2, 8, 3)), list(islice("abc", None)), list(islice("abc", 1, None)), list(islice(iter([1]), 5))
count("a")
next(count(1.5, 0.5)), repr(count(3)), repr(count(1, 2)), repr(count(1.5)), repr(repeat(1, 2)), repr(repeat(1)), repr(repeat(1, -5))
cycle(5)
repeat()
repeat(1, "a")
list(accumulate([1, "a"]))
list(accumulate([])), list(accumulate([], initial=5)), list(accumulate([1, 2], lambda a, b: a * b, initial=3))
list(chain([1], 5))
list(chain.from_iterable([[1], 5]))
combinations([1], -1)
combinations([1], "a")
permutations([1, 2], -1)
list(permutations([1, 2], 3)), list(combinations("ab", 0)), list(product()), list(product([1], repeat=0)), list(product("ab", repeat=2))[:2]
product([1], repeat=-1)
product(5)
list(starmap(pow, [(2, 3), 5]))
list(starmap(pow, [(2,)]))
takewhile(5)
list(takewhile(5, [1]))
list(groupby([1], 5))
groupby()
list(zip_longest([1], "ab", fillvalue=0)), list(zip_longest())
tee([1], -1)
tee(5)
len(tee([1], 3)), tee([], 0), [list(t) for t in tee("ab")]
pairwise(5)
list(pairwise([1])), list(compress("abc", [1, 0, 1])), list(filterfalse(None, [0, 1])), list(dropwhile(bool, [1, 0, 1]))
compress([1])
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
