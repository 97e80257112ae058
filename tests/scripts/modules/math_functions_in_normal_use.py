# area: modules
# prio: P1
# checks: integers, roots, logs, rounding, sums, distances and angles of math

import math

print(math.gcd(12, 18), math.gcd(), math.gcd(12, 18, 8), math.lcm(4, 6), math.lcm(), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.isqrt(99))
print(math.sqrt(2), math.cbrt(8), math.pow(2, 0.5), math.exp(1), math.log(math.e), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(0), math.expm1(0), math.exp2(3))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fabs(-3), math.fmod(-7, 3), math.modf(3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.remainder(7, 4))
print(math.fsum([0.1] * 10), sum([0.1] * 10) == 1.0, math.prod([1, 2, 3]), math.prod([], start=5), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)))
print(math.sin(0), math.cos(0), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), math.pi, math.tau, math.e, math.tanh(0), math.acos(1))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10, abs_tol=1e-9), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308))
print(math.nextafter(1.0, 2.0), math.ulp(1.0), math.gamma(5), math.lgamma(1), math.erf(0), math.log(10**400), math.isqrt(10**40), math.floor(1e20), math.ceil(10**30))


class Like:
    def __float__(self):
        return 4.0

    def __ceil__(self):
        return "ceil"

    def __index__(self):
        return 6


print(math.sqrt(Like()), math.ceil(Like()), math.factorial(Like()), math.gcd(Like(), 4))
for bad in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.gcd(1.0), lambda: math.sqrt("x"), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.acos(2), lambda: math.fmod(1, 0), lambda: math.dist((1,), (1, 2)), lambda: math.pow(0, -1), lambda: math.gamma(0)]:
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
