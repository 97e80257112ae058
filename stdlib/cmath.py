"""Functions of complex numbers, after Kahan's "Branch cuts for complex elementary functions"."""

import math

pi = math.pi
e = math.e
tau = math.tau
inf = math.inf
nan = math.nan
infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LARGE = 1.7976931348623157e+308 / 4
_SQRT_LARGE = math.sqrt(_LARGE)
_LOG_LARGE = math.log(_LARGE)
_LN2 = math.log(2)


def _complex(z):
    if type(z) is complex:
        return z
    if isinstance(z, (int, float, complex)):
        return complex(z)
    kind = type(z)
    if hasattr(kind, '__complex__'):
        found = kind.__complex__(z)
        if not isinstance(found, complex):
            raise TypeError(f'{kind.__name__}.__complex__ returned non-complex (type '
                            f'{type(found).__name__})')
        return complex(found.real, found.imag)
    if hasattr(kind, '__float__') or hasattr(kind, '__index__'):
        return complex(float(z))
    raise TypeError(f'must be real number, not {kind.__name__}')


def _finite(z):
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isfinite(z, /):
    return _finite(_complex(z))


def isinf(z, /):
    z = _complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    z = _complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _complex(a), _complex(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    distance = abs(a - b)
    return distance <= max(rel_tol * abs(b), rel_tol * abs(a), abs_tol)


def phase(z, /):
    z = _complex(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    z = _complex(z)
    return abs(z), math.atan2(z.imag, z.real)


def rect(r, phi, /):
    r, phi = float(r), float(phi)
    if not (math.isfinite(r) and math.isfinite(phi)):
        if math.isinf(r) and math.isfinite(phi) and phi:
            if r > 0:
                return complex(math.copysign(inf, math.cos(phi)),
                               math.copysign(inf, math.sin(phi)))
            return complex(-math.copysign(inf, math.cos(phi)),
                           -math.copysign(inf, math.sin(phi)))
        if math.isinf(phi) and r and not math.isnan(r):
            raise ValueError('math domain error')
        if phi == 0.0:
            return complex(r, r * phi)
        if r == 0.0:
            return complex(0.0, 0.0)
        if math.isinf(r):
            return complex(inf, nan)
        return complex(nan, nan)
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def _over():
    raise OverflowError('math range error')


def _domain():
    raise ValueError('math domain error')


def exp(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(x) and math.isfinite(y) and y:
            size = inf if x > 0 else 0.0
            return complex(math.copysign(size, math.cos(y)), math.copysign(size, math.sin(y)))
        if math.isinf(y) and (math.isfinite(x) or x == inf):
            _domain()
        if y == 0.0:
            return complex(x if math.isnan(x) or x > 0 else 0.0, y)
        if x == -inf:
            return complex(0.0, 0.0)
        if x == inf:
            return complex(inf, nan)
        return complex(nan, nan)
    if x > _LOG_LARGE:
        size = math.exp(x - 1.0)
        real, imag = size * math.cos(y) * math.e, size * math.sin(y) * math.e
    else:
        size = math.exp(x)
        real, imag = size * math.cos(y), size * math.sin(y)
    if math.isinf(real) or math.isinf(imag):
        _over()
    return complex(real, imag)


def _log(z):
    x, y = abs(z.real), abs(z.imag)
    imag = math.atan2(z.imag, z.real)
    if not _finite(z):
        return complex(inf if math.isinf(x) or math.isinf(y) else nan, imag)
    if x > _LARGE or y > _LARGE:
        return complex(math.log(math.hypot(x / 2.0, y / 2.0)) + _LN2, imag)
    if x < 2.2250738585072014e-308 and y < 2.2250738585072014e-308:
        if not x and not y:
            _domain()
        size = math.hypot(math.ldexp(x, 53), math.ldexp(y, 53))
        return complex(math.log(size) - 53 * _LN2, imag)
    size = math.hypot(x, y)
    if 0.71 <= size <= 1.73:
        big, small = max(x, y), min(x, y)
        return complex(math.log1p((big - 1) * (big + 1) + small * small) / 2.0, imag)
    return complex(math.log(size), imag)


def log(z, base=None, /):
    result = _log(_complex(z))
    if base is None:
        return result
    return result / _log(_complex(base))


def log10(z, /):
    result = _log(_complex(z))
    ten = math.log(10)
    return complex(result.real / ten, result.imag / ten)


def sqrt(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(y):
            return complex(inf, y)
        if math.isnan(x):
            return complex(nan, nan)
        if x == -inf:
            if math.isnan(y):
                return complex(nan, inf)
            return complex(0.0, math.copysign(inf, y))
        if x == inf:
            return complex(inf, nan if math.isnan(y) else math.copysign(0.0, y))
        return complex(nan, nan)
    if x == 0.0 and y == 0.0:
        return complex(0.0, y)
    ax, ay = abs(x), abs(y)
    if ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308 and (ax > 0 or ay > 0):
        ax = math.ldexp(ax, 53)
        s = math.ldexp(math.sqrt(ax + math.hypot(ax, math.ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * math.sqrt(ax + math.hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    if x >= 0.0:
        return complex(s, math.copysign(d, y))
    return complex(d, math.copysign(s, y))


def _turned(x, y, along, across):
    """`cos(y) * along(x)` and `sin(y) * across(x)`, where the factors alone may be too large."""
    if abs(x) > _LOG_LARGE:
        less = x - math.copysign(1.0, x)
        real = math.cos(y) * along(less) * math.e
        imag = math.sin(y) * across(less) * math.e
    else:
        real, imag = math.cos(y) * along(x), math.sin(y) * across(x)
    if math.isinf(real) or math.isinf(imag):
        _over()
    return complex(real, imag)


def cosh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(x) and math.isfinite(y) and y:
            if x > 0:
                return complex(math.copysign(inf, math.cos(y)), math.copysign(inf, math.sin(y)))
            return complex(math.copysign(inf, math.cos(y)), -math.copysign(inf, math.sin(y)))
        if math.isinf(y) and not math.isnan(x):
            _domain()
        if y == 0.0:
            return complex(abs(x), y * math.copysign(1.0, x))
        if x == 0.0:
            return complex(nan, 0.0)
        if math.isinf(x):
            return complex(inf, nan)
        return complex(nan, nan)
    return _turned(x, y, math.cosh, math.sinh)


def sinh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(x) and math.isfinite(y) and y:
            if x > 0:
                return complex(math.copysign(inf, math.cos(y)), math.copysign(inf, math.sin(y)))
            return complex(-math.copysign(inf, math.cos(y)), math.copysign(inf, math.sin(y)))
        if math.isinf(y) and not math.isnan(x):
            _domain()
        if y == 0.0:
            return complex(x, y)
        if x == 0.0:
            return complex(x, nan)
        if math.isinf(x):
            return complex(x, nan)
        return complex(nan, nan)
    return _turned(x, y, math.sinh, math.cosh)


def tanh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(x) and math.isfinite(y) and y:
            return complex(math.copysign(1.0, x),
                           math.copysign(0.0, 2.0 * math.sin(y) * math.cos(y)))
        if math.isinf(y) and math.isfinite(x):
            _domain()
        if math.isinf(x):
            return complex(math.copysign(1.0, x), math.copysign(0.0, y))
        if y == 0.0:
            return complex(x, y)
        return complex(nan, nan)
    if abs(x) > _LOG_LARGE:
        return complex(math.copysign(1.0, x),
                       4.0 * math.sin(y) * math.cos(y) * math.exp(-2.0 * abs(x)))
    tx, ty = math.tanh(x), math.tan(y)
    cx = 1.0 / math.cosh(x)
    txty = tx * ty
    below = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / below, ty / below * cx * cx)


def cos(z, /):
    z = _complex(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    z = _complex(z)
    s = sinh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def tan(z, /):
    z = _complex(z)
    s = tanh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def acos(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(y):
            return complex(math.atan2(abs(y), x) if not math.isnan(x) else nan, -y)
        if math.isinf(x):
            if math.isnan(y):
                return complex(nan, inf)
            return complex(math.atan2(abs(y), x), math.copysign(inf, -y))
        if x == 0.0:
            return complex(pi / 2, nan)
        return complex(nan, nan)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + 2 * _LN2
        return complex(math.atan2(abs(y), x), -math.copysign(size, y))
    s1, s2 = sqrt(complex(1.0 - x, -y)), sqrt(complex(1.0 + x, y))
    return complex(2.0 * math.atan2(s1.real, s2.real),
                   math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(x) or math.isinf(y):
            return complex(inf, math.atan2(y, x))
        return complex(nan, pi / 2 if x == 0.0 and math.isnan(y) else nan)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        return complex(math.log(math.hypot(x / 2.0, y / 2.0)) + 2 * _LN2, math.atan2(y, x))
    s1, s2 = sqrt(complex(x - 1.0, y)), sqrt(complex(x + 1.0, y))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag),
                   2.0 * math.atan2(s1.imag, s2.real))


def asinh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(x):
            if math.isnan(y):
                return complex(x, nan)
            return complex(x, math.copysign(pi / 4 if math.isinf(y) else 0.0, y))
        if math.isinf(y):
            if math.isnan(x):
                return complex(inf, nan)
            return complex(math.copysign(inf, x), math.copysign(pi / 2, y))
        return complex(nan, y if y == 0.0 else nan)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + 2 * _LN2
        return complex(math.copysign(size, x), math.atan2(y, abs(x)))
    s1, s2 = sqrt(complex(1.0 + y, -x)), sqrt(complex(1.0 - y, x))
    return complex(math.asinh(s1.real * s2.imag - s2.real * s1.imag),
                   math.atan2(y, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    z = _complex(z)
    s = asinh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def atanh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not _finite(z):
        if math.isinf(y):
            return complex(math.copysign(0.0, x), math.copysign(pi / 2, y))
        if math.isinf(x):
            return complex(math.copysign(0.0, x),
                           nan if math.isnan(y) else math.copysign(pi / 2, y))
        return complex(x if x == 0.0 else nan, nan)
    if x < 0.0 or (x == 0.0 and math.copysign(1.0, x) < 0.0):
        s = atanh(complex(-x, -y))
        return complex(-s.real, -s.imag)
    ay = abs(y)
    if x > _SQRT_LARGE or ay > _SQRT_LARGE:
        h = math.hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / h / h, -math.copysign(pi / 2, -y))
    if x == 1.0 and ay < math.sqrt(2.2250738585072014e-308):
        if ay == 0.0:
            _domain()
        return complex(-math.log(math.sqrt(ay) / math.sqrt(math.hypot(ay, 2.0))),
                       math.copysign(math.atan2(2.0, -ay) / 2, y))
    return complex(math.log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0,
                   -math.atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0)


def atan(z, /):
    z = _complex(z)
    s = atanh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)
