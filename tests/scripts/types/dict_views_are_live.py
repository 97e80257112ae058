# area: types
# prio: P0
# checks: keys, values and items follow the dict and act like sets
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k), "c" in k, 3 in v, ("c", 3) in i, ("c", 4) in i)
print(sorted(k & {"a", "z"}), sorted(k | ["q"]), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), k == {"a", "b", "c"}, sorted(i - {("a", 1)}), k <= {"a", "b", "c", "d"}, k.isdisjoint("xyz"))
print(list(reversed(v)), [x for x, y in i if y > 1], max(d, key=d.get), sum(v), dict(sorted(i, key=lambda p: -p[1])), list(iter(i))[0])
