# area: language
# prio: P0
# checks: closures of one call share variables, different calls do not
def counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def value():
        return n

    return up, value


up, value = counter()
up()
up()
other, _ = counter()
print(value(), other(), up())
late = [lambda: i for i in range(3)]
print([f() for f in late])
early = [lambda i=i: i for i in range(3)]
print([f() for f in early])
