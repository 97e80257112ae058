# area: types
# prio: P0
# checks: results that cross 32, 63 and 64 bits in both directions
for base in (2 ** 31, 2 ** 47, 2 ** 62, 2 ** 63, 2 ** 64):
    print(base - 1 + 1, -base - 1, base * -1, base + base, (base + 5) - base, base // -1, base % 10)
x = -(2 ** 63)
print(x // -1, abs(x), -x, x - 1, x * -1, x * x, x << 1, x >> 62, x >> 100)
print((2 ** 62) * 2, (2 ** 62) * -2, (2 ** 32) * (2 ** 31), 3037000500 * 3037000500)
n = 1
for _ in range(70):
    n += n
print(n, [1 << k for k in (30, 31, 32, 62, 63, 64)])
