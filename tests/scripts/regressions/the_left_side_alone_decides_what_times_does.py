# area: regressions
# prio: P2
# checks: which side of * and *= is asked to repeat itself, and the words if none can
from collections import UserString, deque


class Numbered(list):
    def __index__(self):
        return 2


class Count:
    def __index__(self):
        return 2


class Queue(deque):
    pass


class Whole(int):
    pass


def show(text):
    names = dict(globals())
    try:
        exec(text, names)
    except TypeError as error:
        print(text, "!", error)
    else:
        print(text, "=", names["r"])


for left in ("Numbered([1])", "Queue([1])", "deque([1])", "[1]", "{}.keys()", "type.__dict__", "Whole(2)", "Count()", "{1: 2}"):
    for right in ("(0,)", "Count()", "2", "'ab'", "Queue([3])"):
        if left != "type.__dict__":
            show(f"r = {left} * {right}")
        show(f"r = {left}; r *= {right}")
show("r = Queue([1]) + UserString('ab')")
show("r = deque([1]) + UserString('ab')")
