# group: dict_loops
def run(rounds):
    total = 0
    for r in range(rounds):
        groups = {}
        for i in range(200):
            groups.setdefault(i % 13, []).append(i)
        sizes = {k: len(v) for k, v in groups.items()}
        sizes.update({100 + k: v for k, v in sizes.items()})
        for k in list(sizes):
            if k & 1:
                total += sizes.pop(k)
        total += sum(sizes.values()) + sizes.get(4, 0) + sizes.get("none", 1)
        merged = {**sizes, "a": 1} | {"b": r}
        del merged["a"]
        total += len(merged) + sum(1 for k, v in merged.items() if v == r)
        point = {"x": r, "y": 2, "z": 3}
        point["x"] += point["y"]
        total += point["x"] + len(dict(zip("abcdef", range(6))))
    return total


print(run(14000))
