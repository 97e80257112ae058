# area: modules
# prio: P0
# checks: math: roots, logs, trigonometry, integer functions, constants
import math

print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.isqrt(10 ** 20), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.7), math.fabs(-2))
print(math.gcd(12, 18), math.gcd(), math.gcd(0, -5), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.prod([2, 3, 4]), math.copysign(3, -0.0), math.fmod(-7, 3))
print(math.log(math.e), math.log2(8), math.log10(1000), math.log(8, 2), math.exp(0), math.pow(2, 0.5), math.hypot(3, 4), math.degrees(math.pi), math.radians(180))
print(math.sin(0), math.cos(0), round(math.tan(1), 10), round(math.atan2(1, -1), 10), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.modf(2.5), math.frexp(8), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.dist((0, 0), (3, 4)))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.floor(math.inf), lambda: math.exp(1000), lambda: math.sqrt("a"), lambda: math.isqrt(-1)):
    try:
        f()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__)
