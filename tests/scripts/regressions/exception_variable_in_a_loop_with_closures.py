# area: regressions
# prio: P0
# checks: handlers in loops with closures over the loop variable
fs = []
for i in range(3):
    try:
        if i == 1:
            raise ValueError(i)
        fs.append(lambda i=i: i)
    except ValueError as e:
        msg = str(e)
        fs.append(lambda msg=msg: "error " + msg)
    finally:
        fs.append(lambda: i)
print([f() for f in fs])


def outer():
    result = []
    for x in range(2):
        def inner():
            nonlocal x
            x += 10
            return x
        result.append(inner())
    return result, x


print(outer())
