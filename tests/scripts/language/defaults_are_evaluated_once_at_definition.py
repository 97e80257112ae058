# area: language
# prio: P0
# checks: default values belong to the function and are shared by calls
def say(x):
    print("default", x)
    return x


def f(a=say(1), b=say([])):
    b.append(a)
    return b


print(f())
print(f(2))
print(f(3, [0]))
print(f.__defaults__)


def g(*, k=say("kw")):
    return k


print(g(), g.__kwdefaults__)
x = 1


def h(v=x):
    return v


x = 2
print(h())
