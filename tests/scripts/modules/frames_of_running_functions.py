# area: modules
# prio: P2
# checks: sys._getframe, f_back, f_locals, f_lineno and the frames of classes
import sys
import types


def caller_names():
    frame, names = sys._getframe(1), []
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


def look_up():
    return {name: value for name, value in sys._getframe(1).f_locals.items()}


def outer(a, *rest, key=1):
    later = [a]
    inside = lambda: (a, key)
    before = look_up()
    later.append(2)
    return before, look_up()['later'], caller_names(), inside()


print([{k: v for k, v in each.items() if k != 'inside'} if isinstance(each, dict) else each
       for each in outer(1, 2, 3, key='k')])


def live():
    frame = sys._getframe()
    first = frame.f_lineno
    found = 'x'
    return frame, frame.f_lineno - first, sorted(frame.f_locals)


frame, lines, names = live()
print(lines, names, frame.f_locals['found'], frame.f_code is live.__code__, isinstance(frame, types.FrameType))


class Body:
    x = 5
    names = [name for name in sys._getframe().f_code.co_name]
    seen = sorted(name for name in sys._getframe(0).f_locals if name != '__annotations__')[:3]
    here = sys._getframe().f_locals.get('x')


print(Body.here, sys._getframe().f_locals is globals(), sys._getframe().f_code.co_name)
