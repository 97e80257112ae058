# group: dict_loops
def run(n):
    total = 0
    words = "alpha beta gamma delta epsilon zeta eta theta iota kappa".split()
    for i in range(n):
        a = set(words[:6]); b = set(words[3:])
        a.add("x"); b.discard("theta")
        c = a | b; d = a & b; e = a ^ b; f = a - b
        total += len(c) + len(d) + len(e) + len(f) + (d <= a) + a.isdisjoint(f)
        g = {len(w) for w in words}
        h = frozenset(words)
        total += len(g) + ("beta" in h) + len(h & a)
        seen = set()
        uniq = [w for w in words * 2 if not (w in seen or seen.add(w))]
        total += len(uniq)
    return total
print(run(60000))
