# area: language
# prio: P0
# checks: comprehension variables do not leak; the first iterable is evaluated outside
x = "outer"
print([x for x in range(3)], x)
print({x: x * x for x in range(3)}, sorted({x % 2 for x in range(5)}))
print(list(x + 1 for x in range(2)), x)
print([[i * j for j in range(3)] for i in range(3)])
print([(i, j) for i in range(3) if i != 1 for j in "ab" if j or i])


class C:
    n = 3
    squares = [v * v for v in range(n)]


print(C.squares)


def f(k):
    return [lambda: k + i for i in range(2)]


print([g() for g in f(10)])
