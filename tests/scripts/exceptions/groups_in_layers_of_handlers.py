# area: exceptions
# prio: P1
# checks: except* takes parts of nested groups and lets the rest through

def raise_all():
    raise ExceptionGroup("all", [ValueError(1), ExceptionGroup("inner", [KeyError("k"), ValueError(2), OSError("o")]), TypeError("t")])


try:
    try:
        raise_all()
    except* ValueError as group:
        print("values", [e.args for e in group.exceptions], group.message)
    except* (KeyError, TypeError) as group:
        print("others", group)
        raise RuntimeError("from handler")
except ExceptionGroup as rest:
    print(rest, [type(e).__name__ for e in rest.exceptions])
try:
    raise_all()
except* Exception as group:
    leaves = []

    def walk(g):
        for e in g.exceptions:
            walk(e) if isinstance(e, ExceptionGroup) else leaves.append(repr(e))
    walk(group)
    print(leaves)
try:
    raise ValueError("single")
except* ValueError as group:
    print(repr(group))
else:
    print("never")
finally:
    print("finally")
