# area: modules
# prio: P0
# checks: chain, zip_longest, product, permutations, combinations, groupby, starmap, tee, pairwise, compress, filterfalse
from itertools import (chain, combinations, combinations_with_replacement, compress, filterfalse, groupby, pairwise,
                       permutations, product, starmap, tee, zip_longest)

print(list(chain([1], "ab", ())), list(chain.from_iterable([[1, 2], [3]])), list(zip_longest([1, 2, 3], "a", fillvalue="-")), list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()))
print(list(permutations([1, 2, 3])), list(permutations("abc", 2))[:3], list(combinations("abcd", 2)), list(combinations_with_replacement("ab", 2)), list(combinations([1], 2)))
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, [x for x in g]) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise("abc")), list(compress("abcd", [1, 0, 1])), list(filterfalse(lambda x: x % 2, range(5))))
