# area: types
# prio: P1
# checks: arithmetic, comparison, hash and text of ints around one word, two words, and past them


edges = [0, 1, -1, 7, 1 << 31, (1 << 62) + 3, (1 << 63) - 1, -(1 << 63), 1 << 63, (1 << 64) - 1, 1 << 64, -(1 << 64),
         (1 << 100) + 12345, -(1 << 125), (1 << 126) - 1, 1 << 126, -(1 << 126), (1 << 127) - 1, 1 << 127, -(1 << 127),
         1 << 128, (1 << 200) - 1, 10 ** 40, -(10 ** 38), 3 ** 90]
check = 0
for a in edges:
    assert int(str(a)) == a and hash(a) == hash(int(hex(a), 16)) and a == a + 0 and not a < a and a <= a
    for b in edges:
        s, d, p = a + b, a - b, a * b
        assert s - b == a and d + b == a and (s > a) == (b > 0) and (d < a) == (b > 0)
        assert (a < b) == (d < 0) and (a == b) == (d == 0) and (a ^ b) == (a | b) - (a & b)
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)) and abs(r) < abs(b) and p // b == a and p % b == 0
            assert (a // b, a % b) == (q, r)
        check = (check * 31 + hash(s) + hash(p)) % 1_000_000_007
    for n in (0, 1, 62, 63, 64, 65, 126, 127, 128, 300):
        assert (a << n) >> n == a and (a << n) == a * 2 ** n and (a >> n) == a // 2 ** n
print(check)
for base in (2, 3, -3, 10, -10, 7, 255, 65536, 4294967296, -4294967297):
    power = 1
    for n in range(60):
        assert base ** n == power, (base, n)
        power *= base
print(10 ** 19, 10 ** 20, 10 ** 38, 10 ** 39, (-10) ** 39, 2 ** 63, 2 ** 64, 1 << 64, 1 << 126, 1 << 127, 3 * (1 << 63))
print({1 << 64: "a", 2.0 ** 64: "b"}, (1 << 64) == 2.0 ** 64, (1 << 64) + 1 == 2.0 ** 64, hash(1 << 64), hash(-(1 << 100)))
print(f"{1 << 70:,} {-(1 << 90):x} {1 << 127:>45}", "%d %x" % (1 << 65, 1 << 127), sum([1 << 63, 1 << 63, -(1 << 64), 5]))
