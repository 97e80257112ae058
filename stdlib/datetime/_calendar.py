"""Days, years and weeks of the Gregorian calendar as numbers, and what all the classes say of wrong arguments.

Day 1 is the first of January of the year 1.
"""

from operator import index

MINYEAR = 1
MAXYEAR = 9999
LAST_DAY = 3652059
# One a month, in a common year; the first entry stands for no month.
LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
MONTHS = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
ABSENT = object()


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_of_year(year, month, day):
    return BEFORE[month] + day + (month > 2 and is_leap(year))


def ordinal(year, month, day):
    """The number of a day."""
    past = year - 1
    days = past * 365 + past // 4 - past // 100 + past // 400 + BEFORE[month] + day
    if month > 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return days + 1
    return days


def date_of(number):
    """Year, month and day of a day's number."""
    # Counted from the first of March of the year 0, a leap day is the last of its year.
    era, day = divmod(number + 305, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5 - 1
    year += era * 400
    if month < 10:
        return year, month + 3, day
    return year + 1, month - 9, day


def first_monday(year):
    """The day with which the first ISO week of a year begins."""
    first = ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def iso_week(year, number):
    """ISO year, week and weekday of a day of `year`."""
    start = first_monday(year)
    if number < start:
        year -= 1
        start = first_monday(year)
    elif number >= start + 357 and number >= first_monday(year + 1):
        year += 1
        start = first_monday(year)
    week, weekday = divmod(number - start, 7)
    return year, week + 1, weekday + 1


def of_iso_week(year, week, weekday):
    """Year, month and day; else the complaint."""
    if not 1 <= year <= 9999:
        return f'Year is out of range: {year}'
    if not 1 <= week <= 52:
        start = ordinal(year, 1, 1) % 7
        if week != 53 or not (start == 4 or start == 3 and is_leap(year)):
            return f'Invalid week: {week}'
    if not 1 <= weekday <= 7:
        return f'Invalid day: {weekday} (range is [1, 7])'
    return date_of(first_monday(year) + week * 7 + weekday - 8)


def missing(*values):
    """The complaint about year, month and day, of which some are no ints."""
    for position, (value, name) in enumerate(zip(values, ('year', 'month', 'day')), 1):
        if value is ABSENT:
            return TypeError(f"function missing required argument '{name}' (pos {position})")
        try:
            index(value)
        except TypeError as error:
            return error


def fits(value):
    """Refuses an int that C's would not hold."""
    if value > 2147483647:
        if value > 9223372036854775807:
            raise OverflowError('Python int too large to convert to C long')
        raise OverflowError('signed integer is greater than maximum')
    if value < -2147483648:
        if value < -9223372036854775808:
            raise OverflowError('Python int too large to convert to C long')
        raise OverflowError('signed integer is less than minimum')


def wrong_date(year, month, day):
    """The complaint about a date that does not exist."""
    for value in (year, month, day):
        fits(value)
    if not 1 <= year <= 9999:
        return ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        return ValueError('month must be in 1..12')
    return ValueError('day is out of range for month')


def check_date(year, month, day):
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 31):
        raise wrong_date(year, month, day)
    if day > LENGTHS[month] and not (month == 2 and day == 29 and is_leap(year)):
        raise wrong_date(year, month, day)


def check_time(hour, minute, second, microsecond, fold):
    if (0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second <= 59 and 0 <= microsecond <= 999999
            and 0 <= fold <= 1):
        return
    for value in (hour, minute, second, microsecond, fold):
        fits(value)
    for value, last, name in ((hour, 23, 'hour'), (minute, 59, 'minute'), (second, 59, 'second'),
                              (microsecond, 999999, 'microsecond')):
        if not 0 <= value <= last:
            raise ValueError(f'{name} must be in 0..{last}')
    raise ValueError('fold must be either 0 or 1')


def shown(kind):
    """A class as errors and `repr` name it."""
    if kind.__module__ == 'datetime' and kind.__name__ in ('date', 'datetime', 'time', 'timedelta', 'timezone',
                                                             'tzinfo'):
        return f'datetime.{kind.__name__}'
    return kind.__name__


def expect_str(value, what):
    if not isinstance(value, str):
        found = 'None' if value is None else shown(value.__class__)
        raise TypeError(f'{what} must be str, not {found}')


def locked(name, owner):
    """What a property does when it is set, and when it is deleted."""
    def refuse(self, value=None):
        raise AttributeError(f"attribute '{name}' of 'datetime.{owner}' objects is not writable")
    return refuse, refuse
