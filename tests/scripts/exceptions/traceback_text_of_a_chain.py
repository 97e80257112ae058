# area: exceptions
# prio: P0
# checks: traceback.format_exc with frames, source lines and both connecting sentences, carets aside
import traceback


def low(x):
    return [1, 2][x]


def high(x):
    try:
        low(x)
    except IndexError as e:
        raise ValueError("bad x") from e


def during():
    try:
        high(9)
    except ValueError:
        raise KeyError("during")


try:
    during()
except KeyError:
    for line in traceback.format_exc().splitlines():
        if not line.lstrip().startswith(("File", "^", "~")):
            print(line)
        elif line.lstrip().startswith("File"):
            print("  File", line.split(", ", 1)[1])
