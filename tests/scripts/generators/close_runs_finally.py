# area: generators
# prio: P0
# checks: close raises GeneratorExit at the yield, yielding again is an error
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("cleanup")


it = g()
print(next(it), it.close(), it.close(), next(it, "closed"))
g().close()


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def fails():
    try:
        yield
    finally:
        raise ValueError("in finally")


f = fails()
next(f)
try:
    f.close()
except ValueError as e:
    print(e)
