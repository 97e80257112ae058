"""The class timedelta: a length of time, which is a whole number of microseconds."""

from ._calendar import shown

_new = object.__new__
DAY = 86400000000
LIMIT = 999999999 * DAY
ABOVE = LIMIT + DAY
# Within these no length is too long, and no comparison is one of great ints.
NEAR = 1 << 60
_PARTS = (('microseconds', 1), ('milliseconds', 1000), ('seconds', 1000000), ('minutes', 60000000),
          ('hours', 3600000000), ('days', DAY), ('weeks', 7 * DAY))


def _readonly(self, value=None):
    raise AttributeError('readonly attribute')


class timedelta:
    """A length of time."""

    __module__ = 'datetime'
    __slots__ = ('_total',)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        try:
            total = ((days + weeks * 7) * DAY + (seconds + minutes * 60 + hours * 3600) * 1000000
                     + milliseconds * 1000 + microseconds)
        except TypeError:
            total = None
        if type(total) is not int:
            total = _total_of((microseconds, milliseconds, seconds, minutes, hours, days, weeks))
        if not -NEAR < total < NEAR and not -LIMIT <= total < ABOVE:
            raise too_long(total)
        self = _new(cls)
        self._total = total
        return self

    days = property(lambda self: self._total // DAY, _readonly, _readonly)
    seconds = property(lambda self: self._total // 1000000 % 86400, _readonly, _readonly)
    microseconds = property(lambda self: self._total % 1000000, _readonly, _readonly)

    def total_seconds(self):
        """The whole length in seconds."""
        return self._total / 1000000

    def __repr__(self):
        parts = []
        for name in ('days', 'seconds', 'microseconds'):
            value = getattr(self, name)
            if value:
                parts.append(f'{name}={value}')
        return f"{shown(self.__class__)}({', '.join(parts) or 0})"

    def __str__(self):
        days, rest = divmod(self._total, DAY)
        rest, part = divmod(rest, 1000000)
        minutes, seconds = divmod(rest, 60)
        text = f'{minutes // 60}:{minutes % 60:02d}:{seconds:02d}'
        if part:
            text += f'.{part:06d}'
        if days:
            return f"{days} day{'' if -1 <= days <= 1 else 's'}, {text}"
        return text

    def __hash__(self):
        days, rest = divmod(self._total, DAY)
        return hash((days, *divmod(rest, 1000000)))

    def __bool__(self):
        return self._total != 0

    def __reduce__(self):
        days, rest = divmod(self._total, DAY)
        return self.__class__, (days, *divmod(rest, 1000000))

    # Arithmetic

    def __add__(self, other):
        if isinstance(other, timedelta):
            return length(self._total + other._total)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return length(self._total - other._total)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return length(other._total - self._total)
        return NotImplemented

    def __neg__(self):
        return length(-self._total)

    def __pos__(self):
        return length(self._total)

    def __abs__(self):
        return length(abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return length(self._total * other)
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return length(nearest(self._total * above, below))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            return length(nearest(self._total, other))
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return length(nearest(self._total * below, above))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        if isinstance(other, int):
            return length(self._total // other)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return length(self._total % other._total)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._total, other._total)
            return quotient, length(rest)
        return NotImplemented

    # Order

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._total == other._total
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._total < other._total
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._total <= other._total
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._total > other._total
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._total >= other._total
        return NotImplemented


def length(total):
    """The timedelta of so many microseconds."""
    if not -NEAR < total < NEAR and not -LIMIT <= total < ABOVE:
        raise too_long(total)
    self = _new(timedelta)
    self._total = total
    return self


def nearest(above, below):
    """The quotient, of two at the same distance the even one."""
    quotient, rest = divmod(above, below)
    rest *= 2
    if rest > below if below > 0 else rest < below:
        return quotient + 1
    if rest == below and quotient % 2:
        return quotient + 1
    return quotient


def too_long(total):
    days = total // DAY
    if not -2147483648 <= days <= 2147483647:
        return OverflowError('Python int too large to convert to C int')
    return OverflowError(f'days={days}; must have magnitude <= 999999999')


def _total_of(values):
    """The microseconds of parts that are not all ints; what floats leave is rounded once, at the end."""
    total = 0
    left = 0.0
    for value, (name, unit) in zip(values, _PARTS):
        if isinstance(value, int):
            total += value * unit
        elif isinstance(value, float):
            count = int(value)
            part = (value - count) * unit
            total += count * unit + int(part)
            left += part - int(part)
        else:
            raise TypeError(f'unsupported type for timedelta {name} component: {shown(value.__class__)}')
    if left:
        near = round(left)
        if abs(near - left) == 0.5:
            # As many halves away as make the sum even.
            near = int(left - 0.5) if (int(left - 0.5) + total) % 2 == 0 else int(left + 0.5)
        total += near
    return total


timedelta.min = length(-LIMIT)
timedelta.max = length(ABOVE - 1)
timedelta.resolution = length(1)
