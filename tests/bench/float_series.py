# group: float_loops
def run(n):
    pi = 0.0
    sign = 1.0
    e = 1.0
    term = 1.0
    for k in range(n):
        pi += sign / (2 * k + 1)
        sign = -sign
        term = term * 0.999 / (k % 17 + 1.0)
        e = e + term - e * 1e-9
    return pi * 4, e


pi, e = run(3_000_000)
print(f"{pi:.12f} {e:.9f}")
