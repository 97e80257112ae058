# group: dict_loops
from collections import defaultdict
def run(n):
    total = 0
    rows = [(i % 17, f"name{i % 31}", i * 7 % 101) for i in range(500)]
    for _ in range(n):
        groups = defaultdict(list)
        for key, name, value in rows:
            groups[key].append((name, value))
        sums = {k: sum(v for _, v in vs) for k, vs in groups.items()}
        best = max(sums, key=sums.get)
        names = defaultdict(set)
        for key, name, value in rows:
            names[name].add(key)
        total += best + len(names) + sum(len(s) for s in names.values())
    return total
print(run(2500))
