# area: types
# prio: P1
# checks: set operators agree with a plain model, whether keys compare natively or by a script's __eq__


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


def shown(keys):
    return sorted(k.n if isinstance(k, Key) else k for k in keys)


def model(op, a, b):
    tests = {"&": lambda x: x in a and x in b, "|": lambda x: x in a or x in b,
             "-": lambda x: x in a and x not in b, "^": lambda x: (x in a) != (x in b)}
    return [x for x in range(40) if tests[op](x)]


for make in (int, Key):
    for step_a, step_b in ((2, 3), (1, 5), (4, 4), (7, 2)):
        na, nb = set(range(0, 40, step_a)), set(range(0, 30, step_b))
        a, b = {make(n) for n in na}, frozenset(make(n) for n in nb)
        results = {"&": a & b, "|": a | b, "-": a - b, "^": a ^ b}
        for op, result in results.items():
            assert shown(result) == model(op, na, nb), (make, op)
            assert type(result) is set
        assert (a <= b) == na.issubset(nb) and (a >= b) == na.issuperset(nb) and a.isdisjoint(b) == na.isdisjoint(nb)
        for name, op in (("__ior__", "|"), ("__iand__", "&"), ("__isub__", "-"), ("__ixor__", "^")):
            c = set(a)
            getattr(c, name)(b)
            assert shown(c) == model(op, na, nb), (make, name)
print("agree")


class Clearing:
    """Compares by emptying the set that is being looked into."""
    target = None

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if Clearing.target is not None:
            Clearing.target.clear()
        return False


for op in ("union", "intersection", "difference", "symmetric_difference"):
    a, b = {Clearing(), 1, 2}, {Clearing(), 2, 3}
    Clearing.target = a
    getattr(a, op)(b)
    Clearing.target = b
    getattr({Clearing(), 5}, op)(b)
    Clearing.target = None
print("survived", {1, 2, "x"} ^ {"x", 2, 1}, {True} & {1.0}, {0} | {False}, sorted({1, 2} - {2.0}))
