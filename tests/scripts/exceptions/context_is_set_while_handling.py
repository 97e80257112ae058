# area: exceptions
# prio: P0
# checks: an exception raised in a handler remembers the one being handled
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")
except KeyError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try:
        raise ValueError("one")
    finally:
        {}["two"]
except KeyError as e:
    print(repr(e), repr(e.__context__))
try:
    try:
        raise ValueError("a")
    except ValueError:
        try:
            raise TypeError("b")
        except TypeError:
            raise IndexError("c")
except IndexError as e:
    while e:
        print(repr(e))
        e = e.__context__
try:
    raise OSError("clean")
except OSError as e:
    print(e.__context__)
