# group: dict_loops
def run(n):
    a = {f"k{i}": i for i in range(60)}
    b = {f"k{i}": i * 2 for i in range(30, 90)}
    total = 0
    for _ in range(n):
        total += len(a.keys() & b.keys()) + len(a.keys() | b.keys()) + len(a.keys() - b.keys())
        common = {k: a[k] + b[k] for k in a if k in b}
        inv = {v: k for k, v in common.items()}
        total += len(inv) + sum(common.values()) + ("k5" in a.keys()) + (5 in a.values())
        for i, (k, v) in enumerate(sorted(common.items())):
            total += i * v
        c = dict(a)
        c.update(b)
        c.pop("k1", None)
        total += len(c) + len(list(c)) + max(c.values())
    return total
print(run(10000))
