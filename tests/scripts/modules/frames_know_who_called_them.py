# area: modules
# prio: P2
# checks: f_back is the caller of a frame wherever it is asked; stacks of a given frame
import sys
import traceback


def frame():
    return sys._getframe()


def names(frame):
    found = []
    while frame:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def middle():
    print(names(frame()), names(sys._getframe()))
    print([row.name for row in traceback.extract_stack()])
    show(sys._getframe())


def show(frame):
    print([row.name for row in traceback.extract_stack(frame)])
    print([row.name for row in traceback.extract_stack(frame, limit=1)])


middle()
