# area: datetime
# prio: P1
# checks: a larger program: rules of repetition, zones, grouping by week, free time, text both ways
from collections import defaultdict
from datetime import date, datetime, time, timedelta, timezone

BERLIN, DENVER = timezone(timedelta(hours=1), 'CET'), timezone(timedelta(hours=-7), 'MST')
TEXT = '''
standup   2024-01-29T09:15+01:00  15m  daily
review    2024-01-31T14:00+01:00  90m  weekly
call      2024-01-30T08:30-07:00  45m  once
invoice   2024-01-31T17:00+01:00  30m  monthly
'''


def next_month(moment):
    year, month = moment.year + moment.month // 12, moment.month % 12 + 1
    for day in range(moment.day, 27, -1):
        try:
            return moment.replace(year=year, month=month, day=day)
        except ValueError as e:
            print('  no such day:', day, month, '-', e)
    return moment.replace(year=year, month=month)


def occurrences(start, rule, until):
    while start < until:
        if rule != 'daily' or start.weekday() < 5:
            yield start
        if rule == 'once':
            return
        if rule == 'monthly':
            start = next_month(start)
        else:
            start += timedelta(days=1) if rule == 'daily' else timedelta(weeks=1)


until = datetime.combine(date(2024, 3, 1), time(), BERLIN)
meetings = []
for line in TEXT.split('\n'):
    if line:
        name, start, length, rule = line.split()
        length = timedelta(minutes=int(length[:-1]))
        meetings += [(begin, length, name) for begin in occurrences(datetime.fromisoformat(start), rule, until)]
meetings.sort()
print(len(meetings), meetings[0], meetings[-1][0].isoformat())
weeks = defaultdict(timedelta)
for begin, length, name in meetings:
    weeks[begin.isocalendar()[:2]] += length
for (year, week), total in weeks.items():
    print(f'{year}-W{week:02}', date.fromisocalendar(year, week, 1).strftime('%a %d %b'), total, round(total / timedelta(hours=1), 2))
day = datetime(2024, 1, 31, 9, tzinfo=BERLIN)
for begin, length, name in meetings:
    if begin.astimezone(BERLIN).date() == day.date():
        gap = begin - day
        print(f'{begin:%H:%M}-{begin + length:%H:%M} {name:8} free before: {gap}', begin.astimezone(DENVER).strftime('%I:%M %p %Z'))
        day = begin + length
call = next(begin for begin, _, name in meetings if name == 'call')
print(call, call.astimezone(BERLIN), call.utctimetuple()[:5], call.timestamp())
stamp = call.strftime('%d.%m.%Y %H:%M:%S.%f %z')
print(stamp, datetime.strptime(stamp, '%d.%m.%Y %H:%M:%S.%f %z') == call)
age = (date(2024, 2, 29) - date(1984, 2, 29)).days
print(age, divmod(age, 365.25), sum((m[1] for m in meetings), timedelta()))
