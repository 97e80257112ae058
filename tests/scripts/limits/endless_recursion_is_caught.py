# area: limits
# prio: P0
# checks: endless recursion raises RecursionError, which can be caught, again and again
def f(n):
    return f(n + 1)


for _ in range(3):
    try:
        f(0)
    except RecursionError as e:
        print(type(e).__name__, str(e).startswith("maximum recursion depth exceeded"))


def g(n):
    return 0 if n == 0 else 1 + g(n - 1)


print(g(500))
