# area: types
# prio: P1
# checks: complex arithmetic, powers, equality, text and what it refuses

z, w = 3 + 4j, 1 - 2j
print(z, w, z + w, z - w, z * w, z / w, z**2, z**0, z**-1, -z, +z, abs(z), z.conjugate(), z.real, z.imag, bool(0j), bool(1j))
print(1j * 1j, 2 + 0j == 2, 2.5 + 0j == 2.5, hash(2 + 0j) == hash(2), 1j != 1, {1: "a"}[1 + 0j], z == complex("3+4j"), complex(1), complex(1, 2), complex("j"))
print(complex(1.5, -0.0), complex(-0.0, 0), -0.0 + 0j, complex(0, float("inf")), complex(float("nan"), 1), 1e20j, 1e-7 + 1e17j, repr(0j), str(-1j), 5j)
print(complex(1j, 2), complex(1j, 1j), complex(" 1-2j "), complex("-j"), complex("1e3j"), complex("(1+2j)"), complex(), complex(True))
print(f"{z:.2f} {z:>12} {z:+.1e} {w:g} {z!r}", "{:,.2f}".format(1234.5 + 2j), sum([1j, 2, 3.0]), z + 1, 1.5 * z, 2 - z, 1 / 1j, (1 + 1j) ** 2)
print(sorted([3 + 4j, 1j, 2], key=abs), z in [3 + 4j], isinstance(z, complex), isinstance(1, complex), 1j**2, 1j**3, 1j**4, (0j) ** 2)


class Like:
    def __complex__(self):
        return 5 + 6j


print(complex(Like()), complex(Like(), 1))
for bad in [lambda: z < w, lambda: z // 2, lambda: z % 2, lambda: int(z), lambda: float(z), lambda: z / 0, lambda: 0j**-1, lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: round(z), lambda: divmod(z, 1), lambda: complex(None), lambda: f"{z:d}", lambda: pow(z, 2, 3)]:
    try:
        bad()
    except (TypeError, ValueError, ArithmeticError) as error:
        print(type(error).__name__, error)
