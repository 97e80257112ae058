# area: exceptions
# prio: P1
# checks: sys.unraisablehook gets what __del__ raised
import sys


class Dies:
    def __del__(self):
        raise ValueError('in del')


def hook(args):
    print(args.exc_type, args.exc_value, args.err_msg, args.object.__qualname__, args.exc_traceback is not None)


sys.unraisablehook = hook
x = Dies()
del x
sys.unraisablehook = sys.__unraisablehook__
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    match, rest = group.split(ValueError)
    print(match.__traceback__ is group.__traceback__, rest.__traceback__ is group.__traceback__)
import io
import traceback
old, sys.stderr = sys.stderr, io.StringIO()
try:
    nmae = 1
    name
except NameError as error:
    sys.__excepthook__(type(error), error, None)
text, sys.stderr = sys.stderr.getvalue(), old
print('NameError' in text)
