# area: limits
# prio: P0
# checks: repr, comparison and hash of very deep structures raise RecursionError, not crash
def deep(n):
    a = []
    for _ in range(n):
        a = [a]
    return a


def deep_tuple(n):
    t = ()
    for _ in range(n):
        t = (t,)
    return t


a, b = deep(100000), deep(100000)
s, t = deep_tuple(100000), deep_tuple(100000)
for f in (lambda: repr(a), lambda: a == b, lambda: str(a), lambda: s == t, lambda: a < b):
    try:
        f()
        print("no error")
    except RecursionError:
        print("RecursionError")
print(repr(deep(50)).count("["))
