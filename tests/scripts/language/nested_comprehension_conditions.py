# area: language
# prio: P0
# checks: several for and if clauses, unpacking targets, conditional expressions
pairs = [(1, "a"), (2, "b"), (3, "c")]
print({k: v for k, v in pairs if k % 2})
print([a if a > 1 else -a for a, _ in pairs])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(col) for col in zip(*matrix)])
print([n for row in matrix for n in row if n % 2 if n > 1])
print([x for x in [y for y in range(6) if y % 2]])
print(sum(n * n for row in matrix for n in row))
print([first for first, *_ in matrix], [(a, b) for a in range(2) for b in range(a)])
