# area: language
# prio: P1
# checks: which operands are evaluated in and, or, if-else, comparisons and any/all

log = []


def v(value):
    log.append(value)
    return value


def show(result):
    print(result, log)
    log.clear()


show(v(0) and v(1)); show(v(1) and v(2) and v("")); show(v(0) or v([]) or v("x")); show(v(1) or v(2)); show(not v(0))
show(v("a") if v(0) else v("b")); show(v(1) if v(2) else v(3)); show((v(0) or v(5)) and v(7)); show(v(0) and v(1) or v(2))
show(v(1) < v(2) < v(3)); show(v(3) < v(2) < v(1)); show(v(1) == v(1) != v(2) in [v(2)])
show(any(v(n) for n in (0, 2, 3))); show(all(v(n) for n in (1, 0, 3)))
show([v(n) for n in (0, 1, 2) if v(n) > 0]); show(v(1) if v(0) else v(2) if v(0) else v(3))
show((lambda: v(1) and v(0) or v("last"))()); show(not v(1) == v(2)); show(v(0) is v(0) and not v(None))
x = None
show((x or {}).get("k", v("default")) if x is None else v("never"))
