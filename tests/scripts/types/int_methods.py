# area: types
# prio: P0
# checks: bit_length, bit_count, to_bytes, from_bytes, conversions
print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (2 ** 100).bit_length(), (7).bit_count())
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xfe\xff", "little", signed=True))
print((5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (7).__add__(1), (7).__add__("x"))
try:
    (256).to_bytes(1, "big")
except OverflowError as e:
    print(e)
print(hex(255), oct(8), bin(-5), hex(2 ** 70), bin(2 ** 65)[:8])
