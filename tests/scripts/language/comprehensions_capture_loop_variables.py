# area: language
# prio: P1
# checks: what lambdas and nested comprehensions see of the variables of a comprehension

functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])
functions = [(lambda k: lambda: k)(i) for i in range(3)]
print([f() for f in functions])
x = "outer"
print([x for x in "ab"], x, {x: x for x in range(2)}, x)
print([[x * y for y in range(x)] for x in range(4)])
print([(x, y) for x in range(3) for y in range(x) if (x + y) % 2])
print([y for x in [[1, 2], [3]] for y in x], [y := z for z in "pq"], y)


def scope():
    base = 10
    add = [base + n for n in range(3) if base > n]
    last = [(last := n) for n in range(4)]
    inner = [[base * a + b for b in range(a)] for a in range(3)]
    return add, last, inner


print(scope())


class Body:
    size = 3
    numbers = [n for n in range(size)]
    try:
        bad = [size for _ in range(1)]
    except NameError as error:
        print(error)
    pairs = {k: v for k, v in zip("abc", numbers)}


print(Body.numbers, Body.pairs, hasattr(Body, "n"))
gen = (n for n in [1, 2, 3])
print(1 in gen, list(gen), sum(n * n for n in range(4)), {n % 3 for n in range(9)} == {0, 1, 2})
try:
    [n for n in 5]
except TypeError as error:
    print(error)
