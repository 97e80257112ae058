# area: modules
# prio: P2
# checks: roots, polar forms and special values

import cmath

for z in [1j, -1 + 0j, 3 - 4j]:
    r, phi = cmath.polar(z)
    back = cmath.rect(r, phi)
    print(z, r, round(phi, 10), cmath.isclose(back, z), cmath.isclose(cmath.sqrt(z) ** 2, z), cmath.isclose(cmath.exp(cmath.log(z)), z), round(cmath.phase(z), 10))
print(cmath.sqrt(-4), cmath.sqrt(-1), cmath.isnan(complex("nan+1j")), cmath.isinf(complex("infj")), cmath.isfinite(1j), cmath.pi, cmath.infj, cmath.nanj)
print(abs(cmath.exp(1j * cmath.pi) + 1) < 1e-15, cmath.log(1), cmath.log10(100 + 0j).real, cmath.cos(0), cmath.sin(0), cmath.isclose(1, 1 + 1e-12j))
for bad in [lambda: cmath.log(0), lambda: cmath.sqrt("x"), lambda: cmath.exp(10**4)]:
    try:
        bad()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
