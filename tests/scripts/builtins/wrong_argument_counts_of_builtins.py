# area: builtins
# prio: P1
# checks: builtin functions name themselves when called wrongly
for f in (lambda: len(), lambda: len(1, 2), lambda: ord(), lambda: chr(), lambda: abs(), lambda: abs(1, 2), lambda: hash(), lambda: id(), lambda: callable(), lambda: len(x=1), lambda: isinstance(), lambda: repr()):
    try:
        f()
    except TypeError as e:
        print(e)
