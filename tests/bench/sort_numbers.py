# group: sorting
def numbers(n, seed):
    out = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed)
    return out


xs = numbers(250_000, 1)
a = sorted(xs)
b = sorted(xs, reverse=True)
a.sort()
fs = sorted(x / 3 for x in xs)
print(a[:3], b[0], a == b[::-1], int(fs[1000]))
