# area: regressions
# prio: P2
# checks: __module__ of instances of built-in classes, which a script can set on built-in functions; what dir() asks; bad keywords
import collections
import io
import itertools
import math
import operator
import types


def say(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


for thing in (1, types.SimpleNamespace(), collections.deque(), collections.OrderedDict(), itertools.count(), io.StringIO(),
              list[int], int | str, ExceptionGroup('g', [ValueError()]), operator.add, operator.itemgetter(1)):
    say(lambda: thing.__module__)
    print(type(thing).__module__, type(thing))
print('__module__' in vars(collections.deque), '__module__' in vars(operator.itemgetter))
len.__module__ = 'here'
print(len.__module__, abs.__module__)
del len.__module__
print(len.__module__)
math.sin.__module__ = [1]
print(math.sin, math.sin.__module__, math.cos.__module__)
say(lambda: types.FunctionType(1, y=1))
say(lambda: types.FunctionType(x=1))
say(lambda: types.FunctionType(say.__code__, {}, y=1))
say(lambda: types.FrameType())
say(lambda: types.UnionType())
say(lambda: types.TracebackType())
print(collections.deque.append, collections.deque.append.__objclass__)


class Slotted(set):
    __slots__ = ('v',)

    def __getattr__(self, name):
        raise ValueError(name)


class Asked:
    def __getattribute__(self, name):
        print('asked', name)
        return object.__getattribute__(self, name)


class Property:
    @property
    def __dict__(self):
        return {'zz': 1}


class Wrong:
    @property
    def __class__(self):
        raise ValueError('no class')


say(lambda: dir(Slotted()))
say(lambda: 'mro' in dir(Asked()))
say(lambda: [name for name in dir(Property()) if name[0] != '_'])
say(lambda: dir(Wrong()))
