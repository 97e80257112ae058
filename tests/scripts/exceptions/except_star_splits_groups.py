# area: exceptions
# prio: P0
# checks: except* handlers each take their part, the rest goes on
def run(exc):
    try:
        try:
            raise exc
        except* ValueError as eg:
            print("values", [e.args[0] for e in eg.exceptions], type(eg).__name__)
        except* (KeyError, OSError) as eg:
            print("keys", repr(eg))
        else:
            print("never")
        finally:
            print("finally")
    except BaseException as e:
        print("left", repr(e))


run(ExceptionGroup("g", [ValueError(1), ValueError(2), KeyError("k")]))
run(ExceptionGroup("g", [TypeError("t"), ValueError(3)]))
run(ValueError("naked"))
run(TypeError("naked other"))
try:
    pass
except* ValueError:
    print("never")
else:
    print("else")
