# area: exceptions
# prio: P0
# checks: handlers match subclasses, in order, and tuples of classes; wrong handlers raise
def name(e):
    try:
        raise e
    except LookupError:
        return "lookup"
    except (ArithmeticError, OSError):
        return "arith or os"
    except Exception:
        return "exception"
    except BaseException:
        return "base"


print([name(e) for e in (KeyError(), IndexError(), ZeroDivisionError(), FileNotFoundError(), ValueError(), KeyboardInterrupt(), GeneratorExit(), SystemExit())])
for bad in (5, "x", (ValueError, 5)):
    try:
        try:
            raise ValueError
        except bad:
            print("never")
    except TypeError as e:
        print(e)
try:
    try:
        raise KeyError(1)
    except:
        print("bare except")
        raise
except KeyError as e:
    print("again", e)
