# area: regressions
# prio: P2
# checks: copy() and deepcopy() make what __reduce_ex__ says: __new__, __setitem__, append and __setstate__ of the class run
import copy
import types
from collections import UserList


class Loud(dict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)


class Word(str):
    def __new__(cls, *args):
        print('new', args)
        return super().__new__(cls, *args)


class Rows(list):
    def append(self, item):
        print('append', item)
        super().append(item)


class Slots:
    __slots__ = ('a', 'b')


class Reduced:
    def __reduce_ex__(self, protocol):
        print('protocol', protocol)
        return complex, (1, 2)


print(copy.copy(Loud(a=1)), copy.deepcopy(Loud(b=[2])))
print(copy.copy(Word('x')), copy.deepcopy(Word('y')))
print(copy.copy(Rows([1])), copy.deepcopy(Rows([[2]])))
slots = Slots()
slots.a = [1]
other = copy.deepcopy(slots)
print(other.a, other.a is slots.a, hasattr(other, 'b'))
print(copy.copy(Reduced()), copy.deepcopy(Reduced()))
print(copy.copy(slots.__init__) == slots.__init__, copy.copy([].append)([3]) is None)
for bad in ((x for x in 'ab'), {}.keys(), types):
    try:
        copy.copy(bad)
    except TypeError as e:
        print(e)
try:
    copy.deepcopy(1, 4)
except AttributeError as e:
    print(e)
users = UserList([1])
users.extra = 2
print(copy.copy(users), copy.copy(users).extra)
