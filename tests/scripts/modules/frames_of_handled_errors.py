# area: modules
# prio: P2
# checks: the frame of a handled exception has its variables; the first line of what is decorated; frames that run are not cleared
import inspect
import sys


def fails(depth):
    here = depth * 10
    try:
        1 / depth
    except ZeroDivisionError as error:
        frame = error.__traceback__.tb_frame
        return frame.f_locals['here'], frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_back.f_back
    return fails(depth - 1)


print(fails(0))


def keep(function):
    return function


@keep
@keep
def decorated():
    pass


@keep
class Decorated:
    line = sys._getframe().f_code.co_firstlineno


print(decorated.__code__.co_firstlineno, Decorated.line, inspect.stack()[0].function, inspect.currentframe().f_lineno)
try:
    sys._getframe().clear()
except RuntimeError as error:
    print(error)
