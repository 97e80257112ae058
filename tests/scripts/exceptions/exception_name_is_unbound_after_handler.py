# area: exceptions
# prio: P0
# checks: the name of an except clause disappears, even when it was bound before
e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    print(repr(e))
try:
    e
except NameError as err:
    print(err)


def f():
    err = "before"
    try:
        1 / 0
    except ZeroDivisionError as err:
        err = "rebound inside"
    try:
        return err
    except UnboundLocalError as u:
        return str(u)


print(f())
