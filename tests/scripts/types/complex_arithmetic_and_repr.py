# area: types
# prio: P1
# checks: complex numbers: operators, text, and what they cannot do
for source in r"""1 + 2j, -1j, -(0j), 0j, complex(-0.0, -0.0), complex(0, -0.0), 1e20j, complex(1e16, 1e-5), complex("nan"), complex("inf-infj")
(1+2j) * (3-1j), (1+2j) / (3-4j), (1+2j) ** 2, (1+2j) ** -1, (1+2j) ** 0.5, 2 ** 1j, 0j ** 0, (1+2j) - 1, 1.5 - 2j
1j / 0
0j ** -1
0j ** 1j
1j // 2
1j % 2
divmod(1j, 2)
1j < 2j
1 < 1j
int(1j)
float(1j)
abs(3+4j), abs(complex("inf")), (3+4j).conjugate(), (3+4j).real, (3+4j).imag, bool(0j), bool(1e-300j), hash(3+0j) == hash(3)
1j == 1j, 1+0j == 1, 1j != 2, (1+2j) in [1, 1+2j], 1j == "1j"
(1+2j).real(1)
round(1j)
"%d" % 1j
"%s %r" % (1j, 2+1j)
pow(1j, 2, 3)
pow(1+1j, 100)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
