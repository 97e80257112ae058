# group: object_creation
def run(n):
    total = 0
    for i in range(n):
        t = (i, i + 1, i + 2)
        xs = [i, t]
        d = {"a": i, "b": xs}
        total += len(t) + len(xs) + d["a"]
    return total


print(run(2_000_000))
