# area: language
# prio: P0
# checks: global in functions and nested functions, and reading before assignment
count = 0


def bump():
    global count, fresh
    count += 1
    fresh = "made by bump"


def nested():
    count = "local"

    def inner():
        global count
        count = 100

    inner()
    return count


bump()
bump()
print(count, fresh)
print(nested(), count)


def unbound():
    print(count)
    count = 1


try:
    unbound()
except UnboundLocalError as e:
    print(e)


def free():
    def show():
        return later
    try:
        show()
    except NameError as e:
        print(e)
    later = 1


free()
