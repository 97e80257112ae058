# area: modules
# prio: P1
# checks: each itertools function in its usual form

import itertools as it
import operator

print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], operator.mul, initial=10)), list(it.accumulate("abc")))
print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable(["xy", "z"])), list(it.compress("abcd", [1, 0, True, ""])), list(it.islice("abcdef", 1, None, 2)))
print(list(it.dropwhile(str.isdigit, "12a3")), list(it.takewhile(str.isdigit, "12a3")), list(it.filterfalse(None, [0, 1, "", "a"])), list(it.starmap(pow, [(2, 3), (3, 2)])))
print([(k, "".join(g)) for k, g in it.groupby("aabbba")], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)])
print(list(it.islice(it.count(5, -2), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat("x", 3)), list(it.islice(it.count(0.5, 0.25), 3)), next(it.repeat(1)))
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()), list(it.permutations("abc", 2)), list(it.permutations([1, 2])))
print(list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)), list(it.combinations("ab", 3)), len(list(it.permutations(range(5)))))
print(list(it.pairwise([1, 2, 3])), list(it.pairwise("a")), list(it.zip_longest("ab", [1], fillvalue="-")), list(it.zip_longest()))
a, b = it.tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a), len(it.tee([], 3)))
groups = it.groupby("aab")
key, group = next(groups)
print(key, next(groups)[0], list(group))


def chunks(items, n):
    source = iter(items)
    while piece := tuple(it.islice(source, n)):
        yield piece


print(list(chunks(range(7), 3)), sum(it.islice(it.filterfalse(lambda n: n % 3, it.count(1)), 4)))
print(it.count(3), it.repeat("a", 2), it.count(1, 2), list(it.chain.from_iterable(it.repeat([1, 2], 2))))
