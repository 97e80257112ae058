# area: types
# prio: P0
# checks: thousand-digit integers round trip through decimal and hexadecimal
a = 3 ** 2000
s = str(a)
print(len(s), s[:20], s[-20:], int(s) == a, int(hex(a), 16) == a, f"{a:,}"[:30], f"{a:x}"[:10], a % 10 ** 10)
b = 2 ** 1000 - 1
print(b & (b >> 1) == b >> 1, b.bit_length(), (b + 1).bit_length(), bin(b).count("1"), a // b // b, (a * b) % (10 ** 9 + 7), (a * b) // a == b, (-a) // b + a // b)
print(float(2 ** 100), 2 ** 100 + 0.5, 2 ** 100 == 2.0 ** 100, round(10 ** 25, -24), int(1e25), -(2 ** 64) % 1000, divmod(-10 ** 25, 7))
