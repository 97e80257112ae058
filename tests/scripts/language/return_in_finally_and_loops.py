# area: language
# prio: P0
# checks: return, break and continue through finally
def a():
    try:
        return "try"
    finally:
        print("cleanup a")


def b():
    try:
        return "try"
    finally:
        return "finally wins"


def c():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("finally", i)
    return i


def d():
    while True:
        try:
            raise ValueError
        except ValueError:
            return "from except"
        finally:
            break
    return "finally broke"


print(a(), b(), c(), d())
