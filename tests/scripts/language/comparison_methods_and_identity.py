# area: language
# prio: P0
# checks: rich comparisons, reflection, default equality by identity, hash goes with __eq__
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n if isinstance(o, V) else NotImplemented

    def __lt__(self, o):
        return self.n < o.n

    def __hash__(self):
        return hash(self.n)


class E:
    def __eq__(self, o):
        return "anything"


print(V(1) == V(1), V(1) != V(1), V(1) == 1, V(1) != 1, V(1) < V(2), V(1) > V(2), V(2) in [V(1), V(2)])
print(sorted([V(3), V(1)])[0].n, max(V(1), V(5), V(2), key=lambda v: v.n).n, len({V(1), V(1), V(2)}))
print(E() == 1, 1 == E(), E() != 1)
for f in (lambda: V(1) <= V(2), lambda: hash(E()), lambda: object() < object()):
    try:
        f()
    except TypeError as e:
        print(e)
a, b = object(), object()
print(a == a, a == b, a != b)
