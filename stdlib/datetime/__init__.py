"""Dates, times of day, lengths of time, and time zones."""

import sys

from ._calendar import MAXYEAR, MINYEAR
from ._delta import timedelta
from ._zone import UTC, timezone, tzinfo
from ._date import date
from ._time import time
from ._datetime import datetime

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')
