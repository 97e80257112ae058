# area: language
# prio: P1
# checks: a pair takes its parts in order, and from where they are


def say(x):
    print("say", x)
    return x


def pairs(x):
    t = (x, (x := 5))
    print(t, x, (say(1), say(2)), (x, x), (None, "c"), ((1, x), (x, 2)))
    a = (x, x + 1)
    a = (a, a)
    x = (x, x)
    return a, x


print(pairs(3))


def unbound():
    if say(0):
        y = 1
    try:
        return (y, z)
    except UnboundLocalError as error:
        print(error)
    z = 1


unbound()
