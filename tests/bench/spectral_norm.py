# group: float_loops
def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1)


def times(v, transposed):
    n = len(v)
    out = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += (a(j, i) if transposed else a(i, j)) * v[j]
        out.append(total)
    return out


def run(n, rounds):
    u = [1.0] * n
    for _ in range(rounds):
        v = times(times(u, False), True)
        u = times(times(v, False), True)
    vbv = sum(x * y for x, y in zip(u, v))
    vv = sum(y * y for y in v)
    return (vbv / vv) ** 0.5


print(f"{run(260, 6):.9f}")
