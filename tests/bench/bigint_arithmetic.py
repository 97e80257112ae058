# group: bigint
def fact(n):
    r = 1
    for i in range(2, n):
        r *= i
    return r


def fibs(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


f = fact(12_000)
g = fibs(150_000)
print(f % 1_000_000_007, g % 1_000_000_007, pow(3, 10 ** 6, 2 ** 61 - 1), pow(f, g, 10 ** 60 + 7) % 1000, (g * g // f) % 997, (g >> 1000 & f).bit_length())
