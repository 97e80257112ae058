# area: types
# prio: P0
# checks: the words of wrong format specs
for value, spec in ((1, "s"), ("a", "d"), (1.5, "d"), (1.5, "x"), (1, ".2d"), ("a", "+"), ("a", "="), ("a", ","), (1, "q"), ([], "5"), (None, ">3"), (1, "5 5"), (1, ",x"), (-1, "c")):
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
