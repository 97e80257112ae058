# area: language
# prio: P0
# checks: methods do not see names of the class body, the body itself does
x = "global"


class A:
    x = "class"
    y = x + " body"
    xs = [i for i in range(3)]

    def f(self):
        return x

    z = [x for _ in range(1)]


print(A.y, A.xs, A().f(), A.z)


def make():
    x = "function"

    class B:
        a = x
        x = "rebound"
        b = x

    return B.a if False else B.b


print(make())
