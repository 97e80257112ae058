# area: limits
# prio: P0
# checks: a key whose hash changes gets lost but nothing breaks
class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, o):
        return self.n == o.n


k = K(1)
d = {k: "v"}
s = {k}
k.n = 2
print(k in d, k in s, len(d), [x.n for x in d], list(d.values()))
d[k] = "second"
print(len(d), d[k], list(d.values()))
k.n = 1
print(k in d, len(d))
d.clear()
print(d)
