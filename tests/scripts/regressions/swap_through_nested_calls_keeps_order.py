# area: regressions
# prio: P0
# checks: registers of arguments are not overwritten by nested calls and conditionals
def f(a, b, c):
    return [a, b, c]


def g(x):
    return x + 1


x = 1
print(f(x, (x := 5), x), f(g(x), g(g(x)), x), f(x, f(x, x, g(x)), g(x) if x else 0), f(x or 1, x and 2, not x))
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
a = b = f(a, b, c)
print(a is b, a)
i = 0
lst = [0, 0, 0]
lst[i], i = i + 7, 2
print(lst, i)
x = [x, [x for x in [x]], x]
print(x)
