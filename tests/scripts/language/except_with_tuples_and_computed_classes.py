# area: language
# prio: P1
# checks: the class of an except clause is any expression, asked only when needed

def choose(*classes):
    print("choose", [c.__name__ for c in classes])
    return classes


def attempt(error):
    try:
        raise error
    except choose(KeyError, IndexError):
        return "lookup"
    except choose(ZeroDivisionError, (OverflowError)):
        return "arithmetic"
    except (ValueError, TypeError) as found:
        return f"{type(found).__name__}: {found}"


for error in [KeyError(1), OverflowError(), ValueError("v"), TypeError("t")]:
    print(attempt(error))
try:
    attempt(EOFError("e"))
except EOFError as error:
    print("through", error)

table = {"low": ArithmeticError, "high": (LookupError, ArithmeticError)}
for key in table:
    try:
        try:
            [][1]
        except table[key] as error:
            print(key, "handled", error)
    except IndexError as error:
        print(key, "passed", error)
try:
    try:
        raise KeyError("x")
    except 3:
        pass
except TypeError as error:
    print(error, "|", repr(error.__context__))
