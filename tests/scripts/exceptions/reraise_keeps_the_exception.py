# area: exceptions
# prio: P0
# checks: bare raise gives the same object, after nested handlers too
err = ValueError("same")


def f():
    try:
        raise err
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


try:
    f()
except ValueError as e:
    print(e is err, e.__context__)


def helper():
    raise


try:
    try:
        raise IndexError("from caller")
    except IndexError:
        helper()
except IndexError as e:
    print("helper re-raised", e)
