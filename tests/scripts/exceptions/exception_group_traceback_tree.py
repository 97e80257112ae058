# area: exceptions
# prio: P0
# checks: the printed tree of a group with a nested group
import traceback

try:
    raise ExceptionGroup("outer", [ValueError("a"), ExceptionGroup("inner", [KeyError("b"), TypeError("c")])])
except ExceptionGroup as e:
    for line in traceback.format_exception(e):
        for part in line.splitlines():
            if "File" not in part and "raise" not in part:
                print(part)
