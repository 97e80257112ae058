# area: types
# prio: P0
# checks: integers grow without bound through every operator
a = 2 ** 63 - 1
print(a, a + 1, -a - 2, a * a, a + a, a - -a)
b = 12345678901234567890123456789
print(b // 987654321, b % 987654321, -b // 987654321, -b % 987654321, divmod(b, -7))
print(b ** 3, b >> 40, b << 40, -b >> 3, b & 0xffffffffffffffffffff, b | 1, b ^ b, ~b)
print(b - b, b - b + 1 == 1, b > a, -b < a, b == b + 0, b != a, b * 0)
f = 1
for i in range(1, 40):
    f *= i
print(f, f // 10 ** 40, f % (10 ** 9 + 7))
