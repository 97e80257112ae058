# area: regressions
# prio: P2
# checks: the views of an OrderedDict print and name themselves as odict_keys and the like, and work as those of a dict
from collections import OrderedDict, defaultdict

d = OrderedDict(b=1, a=2)
print(d.keys(), d.values(), d.items())
print([type(v).__name__ for v in (d.keys(), d.values(), d.items())])
print(d.keys() & {'a'}, d.items() | set() == {('a', 2), ('b', 1)}, 'b' in d.keys())
print(list(d.keys()), [*d.items()], dict(d.items()), len(d.values()), list(reversed(d.items())))
for k, v in d.items():
    print(k, v)


class Sub(OrderedDict):
    def keys(self):
        return ['mine']


print(Sub(a=1).keys(), Sub(a=1).items())
try:
    d.keys() <= 1
except TypeError as e:
    print(e)
try:
    OrderedDict.keys()
except TypeError as e:
    print(e)
e = defaultdict(list)
try:
    e.other = 1
except AttributeError as error:
    print(error)
e.default_factory = int
print(e['a'], e)
del e.default_factory
print(e)
