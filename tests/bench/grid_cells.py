# group: dict_loops
def run(n):
    total = 0
    for r in range(n):
        cells = {(x, y) for x in range(20) for y in range(20) if (x * y + r) % 3 == 0}
        counts = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        p = (x + dx, y + dy)
                        counts[p] = counts.get(p, 0) + 1
        new = {p for p, c in counts.items() if c == 3 or (c == 2 and p in cells)}
        total += len(new)
    return total
print(run(900))
