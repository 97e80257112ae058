# area: language
# prio: P0
# checks: nonlocal through two levels, and a class body between
def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "set by inner"

        inner()
        return x

    class Body:
        x = "class"

        def method(self):
            return x

    print(middle(), x, Body.x, Body().method())


outer()


def twice():
    v = 1

    def a():
        v = 2

        def b():
            nonlocal v
            v = 3

        b()
        return v

    return a(), v


print(twice())
