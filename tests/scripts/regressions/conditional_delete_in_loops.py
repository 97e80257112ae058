# area: regressions
# prio: P0
# checks: a local deleted in one branch and rebound in another
def f(n):
    out = []
    for i in range(n):
        if i % 2 == 0:
            x = i
        else:
            del x
        try:
            out.append(x)
        except UnboundLocalError:
            out.append("unbound")
    return out


print(f(5))


def g():
    x = 1

    def inner():
        return x
    before = inner()
    del x
    try:
        inner()
    except NameError as e:
        return before, str(e)


print(g())
