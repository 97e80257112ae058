# area: types
# prio: P0
# checks: unhashable keys are refused; equal keys meet though their types differ
for key in ([], {}, set()):
    for f in (lambda: {key: 1}, lambda: {key}, lambda: hash(key), lambda: {}.get(key)):
        try:
            f()
        except TypeError as e:
            print(type(e).__name__)


class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, o):
        print("eq", self.n, o.n)
        return self.n == o.n


d = {K(1): "one", K(2): "two"}
d[K(1)] = "uno"
print(len(d), d[K(2)], list(d.values()))
