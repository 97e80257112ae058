# area: exceptions
# prio: P0
# checks: the order of try, except, else and finally with and without an exception
def run(exc):
    try:
        print("try")
        if exc:
            raise exc
    except ValueError as e:
        print("except", e)
    except (KeyError, IndexError) as e:
        print("except two", type(e).__name__)
    else:
        print("else")
    finally:
        print("finally")


for e in (None, ValueError("v"), KeyError("k"), IndexError()):
    run(e)
try:
    run(TypeError("t"))
except TypeError as e:
    print("outside", e)
