"""Just enough of a date for tests that only need some type from elsewhere."""


class timedelta:
    def __init__(self, days=0, seconds=0):
        self.days = days
        self.seconds = seconds

    def __eq__(self, other):
        return (self.days, self.seconds) == (other.days, other.seconds)

    def __hash__(self):
        return hash((self.days, self.seconds))

    def total_seconds(self):
        return self.days * 86400 + self.seconds

    def __repr__(self):
        return f'datetime.timedelta(days={self.days})'


class date:
    __slots__ = ('year', 'month', 'day')

    def __new__(cls, year, month=None, day=None):
        self = object.__new__(cls)
        self.year = year
        self.month = month
        self.day = day
        return self

    def _parts(self):
        return self.year, self.month, self.day

    def __eq__(self, other):
        if isinstance(other, date):
            return self._parts() == other._parts()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date):
            return self._parts() < other._parts()
        return NotImplemented

    def __hash__(self):
        return hash(self._parts())

    def weekday(self):
        month = (self.month + 9) % 12
        year = self.year - month // 10
        days = (365 * year + year // 4 - year // 100 + year // 400
                + (month * 306 + 5) // 10 + self.day - 1)
        return (days + 2) % 7

    def __repr__(self):
        return (f'{self.__class__.__module__}.{self.__class__.__qualname__}'
                f'({self.year}, {self.month}, {self.day})')

    def isoformat(self):
        return f'{self.year:04}-{self.month:02}-{self.day:02}'

    def __str__(self):
        return self.isoformat()

    def strftime(self, form):
        months = ('January February March April May June July August September '
                  'October November December').split()
        for mark, text in (('%Y', f'{self.year:04}'), ('%m', f'{self.month:02}'),
                           ('%d', f'{self.day:02}'),
                           ('%B', months[self.month - 1]),
                           ('%b', months[self.month - 1][:3])):
            form = form.replace(mark, text)
        return form

    def __format__(self, form):
        return self.strftime(form) if form else str(self)
