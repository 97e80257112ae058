# group: sorting
def run(n, rounds):
    seed, records = 12345, []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        records.append((f"name{seed % 400}", seed % 90, seed / 1000.0))
    total = 0
    for _ in range(rounds):
        by_age = sorted(records, key=lambda r: r[1])
        by_both = sorted(records, key=lambda r: (-r[1], r[0]))
        plain = sorted(records)
        names = sorted({r[0] for r in records}, reverse=True)
        floats = sorted(r[2] for r in records)
        words = sorted((r[0] for r in records), key=len)
        total += by_age[7][1] + by_both[9][1] + plain[3][1] + len(names) + int(floats[0]) + len(words[-1])
        lists = [[r[1], r[0]] for r in records[:500]]
        lists.sort()
        total += lists[0][0]
    return total


print(run(4000, 40))
