# differs: A function named in the program's own scope is looked up after arguments that are only computed.
# cpython: the callee is looked up first: a name that is missing is reported before the arguments are evaluated.
# here: operators and attribute reads in the arguments come first; where an argument calls, awaits or yields, so does the callee.
# why: the call and the look-up of its global are one instruction, which recursion lives on.
# instead: nothing, for names that exist; the other error of the two is reported first.
def twice():
    try:
        missing(1 / 0)
    except (NameError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
    try:
        missing(int("x"))
    except (NameError, ValueError) as error:
        print(type(error).__name__, error)


twice()
