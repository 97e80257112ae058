# area: modules
# prio: P1
# checks: formatters with %, { and $; what they refuse; the time; records made by hand
import logging
import time

record = logging.makeLogRecord(
    {"msg": "hi %s", "args": ("x",), "levelname": "INFO", "created": 0.25, "msecs": 250.0, "name": "n", "lineno": 7})
print(record, record.getMessage())
for style, text in [
    ("%", "%(levelname)8s|%(message)s|%(lineno)05d"),
    ("{", "{levelname:>8}|{message}|{lineno:05d}"),
    ("$", "$levelname|${message}|$$"),
    ("%", "nothing"),
    ("{", "nothing"),
    ("$", "nothing"),
    ("$", "$message $"),
    ("{", "{a b}"),
    ("{", "{message!z}"),
    ("{", "{message:zz}"),
    ("%", "%(x)"),
    ("%", "%(nope)s"),
    ("!", "x"),
]:
    try:
        print(logging.Formatter(text, style=style).format(record))
    except ValueError as e:
        print("ValueError", e)
for style, text in [("%", "%(asctime)s"), ("%", "%(message)s"), ("{", "{asctime:>30}"), ("$", "$asctime")]:
    print(text, logging.Formatter(text, style=style).usesTime())
form = logging.Formatter("%(asctime)s %(message)s")
form.converter = time.gmtime
print(form.format(record))
form.default_msec_format = "%s.%03d"
print(form.format(record))
form = logging.Formatter("%(asctime)s %(message)s", "%H:%M")
form.converter = time.gmtime
print(form.format(record))
print(logging.Formatter("free", validate=False).format(record))
many = logging.BufferingFormatter(logging.Formatter("%(message)s,"))
print(many.format([record, record]), repr(many.format([])))


class Loud(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()

    def formatException(self, info):
        return "<%s>" % info[0].__name__


try:
    {}["k"]
except KeyError as e:
    record.exc_info = type(e), e, e.__traceback__
print(Loud("%(message)s").format(record))
print(record.exc_text)
