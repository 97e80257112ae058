# area: types
# prio: P1
# checks: argument errors of builtin methods
s, d, a = "abc", {}, []
for f in (lambda: s.upper(1), lambda: s.replace("a"), lambda: s.join(), lambda: a.append(1, 2), lambda: a.insert(1), lambda: d.get(), lambda: a.pop("x"), lambda: a.sort(1), lambda: s.split(maxsplit="x"), lambda: a.append(x=1), lambda: s.center("x")):
    try:
        f()
    except TypeError as e:
        print(e)
