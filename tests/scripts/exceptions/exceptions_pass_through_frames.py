# area: exceptions
# prio: P0
# checks: finally blocks of all frames run while an exception passes
log = []


def level(n):
    try:
        if n == 0:
            raise RuntimeError("bottom")
        level(n - 1)
    finally:
        log.append(n)


try:
    level(5)
except RuntimeError as e:
    print(e, log)


def convert(n):
    try:
        if n == 0:
            raise KeyError(0)
        return convert(n - 1)
    except KeyError as e:
        raise KeyError(n) from e


try:
    convert(3)
except KeyError as e:
    while e:
        print(e, end=" ")
        e = e.__cause__
    print()
