# area: modules
# prio: P1
# checks: cmath agrees with CPython where both are finite
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


import cmath
for z in (1 + 2j, -1.5 + 0j, 0.25 - 3j, 1e-3j, 2.0):
    for name in ('sqrt', 'exp', 'log', 'log10', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'asin', 'acos', 'atan',
                 'asinh', 'acosh', 'atanh'):
        r = getattr(cmath, name)(z)
        print(name, z, f'{r:.9f}')
print(cmath.phase(-1), cmath.polar(1j), cmath.rect(2, 0), cmath.log(8, 2).real)
print(cmath.isclose(1, 1 + 1e-12), cmath.isinf(complex('inf')), cmath.isnan(cmath.nanj), cmath.isfinite(1))
t(cmath.log, 0)
t(cmath.sqrt, 'x')
t(cmath.exp, 1000)
t(cmath.atanh, 1)
print(cmath.sqrt(complex('-inf')), cmath.exp(complex('-inf')), cmath.infj)
