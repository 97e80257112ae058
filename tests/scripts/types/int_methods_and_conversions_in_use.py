# area: types
# prio: P1
# checks: bit methods, bytes, ratios, bases and rounding of integers

for n in [0, 1, -1, 255, -256, 2**64, -2**70 + 1]:
    print(n, n.bit_length(), n.bit_count(), bin(n), oct(n), hex(n), n.as_integer_ratio(), n.conjugate(), ~n, -n, abs(n), n.real, n.imag)
    size = (n.bit_length() + 8) // 8
    raw = n.to_bytes(size, "big", signed=True)
    print(raw, int.from_bytes(raw, "big", signed=True) == n, n.to_bytes(size, "little", signed=True) == raw[::-1])
print(int("0x1f", 16), int("0b101", 0), int("z", 36), int("-0o17", 0), int(" 42\n"), int("1_000"), int("٣"), int(3.99), int(-3.99), int(True), int())
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1), round(5), round(25, -1), round(7, 5), (5).__floor__(), (5).__trunc__())
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, divmod(-7, 2), 2**-1, pow(3, 4, 5), pow(3, -1, 7), 0**0, 1 << 70 >> 68, -1 >> 5, 5 & -2, 5 | -8, 5 ^ -1)
print(1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 10**400 > 1e308, 3 < 3.5, True + True, int.__add__(1, 2), (1).__add__(1.5))
print(f"{10**20:,}", f"{255:08b}", f"{-255:+#x}", f"{42:>+6}", f"{42:c}", str(10**30), repr(-0), len(str(7**500)))
for bad in [lambda: int("x"), lambda: int("12", 1), lambda: int("9", 8), lambda: int(""), lambda: int("1__0"), lambda: int(None), lambda: int(float("inf")), lambda: int(float("nan")), lambda: 1 // 0, lambda: 1 << -1, lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(2, "big"), lambda: pow(2, -1, 4), lambda: int(3, 4), lambda: int.from_bytes(b"a", "middle")]:
    try:
        bad()
    except (TypeError, ValueError, ArithmeticError) as error:
        print(type(error).__name__, error)
