# group: sorting
def names(n):
    seed = 7
    out = []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append((f"name{seed % 5000}", seed % 100, i))
    return out


rows = names(100_000)
a = sorted(rows)
b = sorted(rows, key=lambda r: r[1])
c = sorted(rows, key=lambda r: (-r[1], r[0]))
print(a[0], b[0], c[0], sorted({r[0] for r in rows})[5])
