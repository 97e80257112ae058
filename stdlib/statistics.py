"""Means, spreads and other numbers about data."""

from math import exp as _exp, hypot as _hypot, log as _log, sqrt as _sqrt

__all__ = ['StatisticsError', 'correlation', 'covariance', 'fmean',
           'geometric_mean', 'harmonic_mean', 'linear_regression', 'mean',
           'median', 'median_grouped', 'median_high', 'median_low', 'mode',
           'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev',
           'variance']


class StatisticsError(ValueError):
    """The data do not allow an answer."""


def _ratio(x):
    # The exact value of a number as numerator and denominator.
    if type(x) is int or type(x) is bool:
        return x, 1
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return x, None  # Infinities and NaN.
    except AttributeError:
        pass
    if hasattr(x, 'numerator'):
        return x.numerator, x.denominator
    raise TypeError(f"can't convert type '{type(x).__name__}' to "
                    'numerator/denominator')


def _kind(data):
    # The type of the result: int, float or that of the first other number.
    kind = int
    for x in data:
        cls = type(x)
        if cls is bool or cls is int:
            continue
        if kind is int or (cls is not float and kind is float):
            kind = cls
    return kind


def _sum(data):
    # The exact sum as numerator and denominator, or (inf or nan, None).
    parts = {}
    for x in data:
        n, d = _ratio(x)
        parts[d] = parts.get(d, 0) + n
    if None in parts:
        return parts[None], None
    top, bottom = 0, 1
    for d, n in parts.items():
        if d == bottom:
            top += n
        else:
            top, bottom = top * d + n * bottom, bottom * d
    return top, bottom


def _convert(top, bottom, kind):
    # The quotient in the type of the data, rounded once.
    if bottom is None:
        return top
    if kind is int:
        return top // bottom if top % bottom == 0 else top / bottom
    if kind is float:
        return top / bottom
    try:
        return kind(top) / kind(bottom)
    except TypeError:
        return top / bottom


def mean(data):
    """The arithmetic mean."""
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    top, bottom = _sum(data)
    if bottom is None:
        return top / len(data)
    return _convert(top, bottom * len(data), _kind(data))


def fmean(data, weights=None):
    """The arithmetic mean as a float."""
    from math import fsum
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    """The n-th root of the product."""
    try:
        return _exp(fmean(map(_log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset '
                              'containing positive numbers') from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = list(data)
    text = 'harmonic mean does not support negative values'
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        if data[0] < 0:
            raise StatisticsError(text)
        return data[0]
    if weights is None:
        weights = [1] * n
        total = (n, 1)
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        total = _sum(weights)
    parts = []
    for x, w in zip(data, weights):
        if x < 0:
            raise StatisticsError(text)
        if x == 0:
            return 0
        parts.append(w / x if w else 0)
    top, bottom = _sum(parts)
    if top <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(total[0] * bottom, total[1] * top, _kind(parts))


def median(data):
    """The middle value; between two middle values, their mean."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle value, the lower of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, the higher of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of data that stand for intervals."""
    from _bisect import bisect_left, bisect_right
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    x = data[n // 2]
    i = bisect_left(data, x)
    j = bisect_right(data, x, lo=i)
    interval = float(interval)
    low = float(x) - interval / 2.0
    return low + interval * (n / 2 - i) / (j - i)


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    """The most frequent value, the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    """All the most frequent values."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The points that cut the data into n equal parts."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != 'exclusive':
        raise ValueError(f'Unknown method: {method!r}')
    for i in range(1, n):
        j = min(max(i * (size + 1) // n, 1), size - 1)
        delta = i * (size + 1) - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _squares(data, center):
    # The exact sum of the squared distances from the center (the mean).
    n = len(data)
    if center is not None:
        parts = [_ratio(x) for x in data]
        cn, cd = _ratio(center)
        if cd is None or any([d is None for _, d in parts]):
            return sum([(x - center) ** 2 for x in data]), None
        top, bottom = 0, 1
        for xn, xd in parts:
            dn, dd = xn * cd - cn * xd, xd * cd
            dn, dd = dn * dn, dd * dd
            if dd == bottom:
                top += dn
            else:
                top, bottom = top * dd + dn * bottom, bottom * dd
        return top, bottom
    top, bottom = _sum(data)
    if bottom is None:
        return top - top, None
    squares = {}
    for x in data:
        xn, xd = _ratio(x)
        squares[xd * xd] = squares.get(xd * xd, 0) + xn * xn
    stop, sbottom = 0, 1
    for d, value in squares.items():
        stop, sbottom = stop * d + value * sbottom, sbottom * d
    # sum(x*x) - sum(x)**2 / n
    low = bottom * bottom * n
    return stop * low - top * top * sbottom, sbottom * low


def _spread(data, center, least, what, fewer, root):
    data = list(data)
    n = len(data)
    if n < least:
        words = 'one data point' if least == 1 else 'two data points'
        raise StatisticsError(f'{what} requires at least {words}')
    top, bottom = _squares(data, center)
    kind = _kind(data)
    if bottom is not None:
        bottom *= n - fewer
        return _root(top, bottom, kind) if root else _convert(top, bottom,
                                                              kind)
    value = top / (n - fewer)
    return _sqrt(value) if root else value


def _root(top, bottom, kind):
    # The square root of an exact quotient, rounded once to a float.
    if not top:
        return kind(0) if hasattr(kind, 'sqrt') else 0.0
    if hasattr(kind, 'sqrt'):
        # Decimals: the quotient in so many digits that only the root is rounded.
        from decimal import localcontext
        with localcontext() as wide:
            wide.prec = 2 * wide.prec + 4
            value = kind(top) / kind(bottom)
        return value.sqrt()
    from math import isqrt
    shift = (top.bit_length() - bottom.bit_length() - 109) // 2
    if shift >= 0:
        root = isqrt(top // (bottom << 2 * shift)) | 1
        return float(root << shift)
    value, left = divmod(top << -2 * shift, bottom)
    root = isqrt(value)
    # An odd last bit stands for what was cut off.
    if left or root * root != value:
        root |= 1
    return root / (1 << -shift)


def variance(data, xbar=None):
    """The variance of a sample."""
    return _spread(data, xbar, 2, 'variance', 1, False)


def pvariance(data, mu=None):
    """The variance of a population."""
    return _spread(data, mu, 1, 'pvariance', 0, False)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    return _spread(data, xbar, 2, 'stdev', 1, True)


def pstdev(data, mu=None):
    """The standard deviation of a population."""
    return _spread(data, mu, 1, 'pstdev', 0, True)


def _deviations(x, y, what):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f'{what} requires that both inputs have same '
                              'number of data points')
    if n < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    from math import fsum
    xbar = fsum(x) / n
    ybar = fsum(y) / n
    return (xbar, ybar, fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)]),
            fsum([(a - xbar) ** 2.0 for a in x]),
            fsum([(b - ybar) ** 2.0 for b in y]))


def covariance(x, y, /):
    """How two series vary together."""
    return _deviations(x, y, 'covariance')[2] / (len(x) - 1)


def correlation(x, y, /):
    """Pearson's coefficient of two series."""
    _, _, sxy, sxx, syy = _deviations(x, y, 'correlation')
    try:
        return sxy / _sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is '
                              'constant') from None


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line that fits best."""
    from collections import namedtuple
    LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))
    xbar, ybar, sxy, sxx, _ = _deviations(x, y, 'linear regression')
    if proportional:
        from math import fsum
        sxy = fsum([a * b for a, b in zip(x, y)])
        sxx = fsum([a * a for a in x])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope,
                            0.0 if proportional else ybar - slope * xbar)
