# group: dict_loops
def run(rounds):
    d = {f"key{i}": i for i in range(500)}
    total = 0
    for _ in range(rounds):
        for k, v in d.items():
            if v & 1:
                total += v
        total += sum(d.values()) + len({k: v + 1 for k, v in d.items() if v > 250})
    return total


print(run(6000))
