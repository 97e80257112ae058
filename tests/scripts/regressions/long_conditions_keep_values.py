# area: regressions
# prio: P0
# checks: mixed boolean chains as values, conditions and arguments
def t(a, b, c):
    r = a and b or c
    s = (a or b) and c
    u = not (a and b) or not c
    v = a if b else b if c else c
    if a and (b or c) and not (a and b and c):
        w = "if"
    elif a or b and c:
        w = "elif"
    else:
        w = "else"
    return r, s, u, v, w


for a in (0, 1):
    for b in ("", "b"):
        for c in ([], [1]):
            print(t(a, b, c))
