# area: regressions
# prio: P0
# checks: targets of every kind that are closure variables
def f():
    a, (b, *c) = 1, (2, 3, 4)
    for d in range(2):
        pass
    with CM() as e:
        pass
    import math as m
    try:
        raise ValueError("v")
    except ValueError as err:
        msg = str(err)
    g = [h := 5]
    class K:
        pass
    def show():
        return a, b, c, d, e, m.floor(2.5), msg, g, h, K.__name__
    return show()


class CM:
    def __enter__(self):
        return "entered"

    def __exit__(self, *a):
        pass


print(f())
