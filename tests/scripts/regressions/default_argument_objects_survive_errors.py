# area: regressions
# prio: P0
# checks: a failed call leaves its arguments and defaults alone
def f(a, b=[], *, k):
    b.append(a)
    return b


x = object()
for _ in range(3):
    try:
        f(x)
    except TypeError:
        pass
print(f(1, k=2), f(2, k=2))
try:
    f(*[1, 2, 3], k=4)
except TypeError as e:
    print(e)
