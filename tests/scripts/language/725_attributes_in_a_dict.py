# area: language
# prio: P1
# checks: attributes of instances whose __dict__ was asked for: caches see what comes, goes and is shadowed
class Bunch:
    kind = 'class'

    def __init__(self, **values):
        self.__dict__.update(values)

    def method(self):
        return 'method'

    @property
    def size(self):
        return len(self.__dict__)


class Falls(Bunch):
    def __getattr__(self, name):
        return name + '?'


def look(thing):
    found = []
    for name in range(3):
        found.append((thing.x, thing.kind, thing.method(), thing.size))
        thing.x = name
        thing.fresh = thing.size
    return found


for make in (Bunch, Falls):
    one, two = make(x=1), make(x=2, kind='own')
    print(look(one), look(two))
one = Bunch(x=1)
for step in range(5):
    try:
        print(one.x, one.kind, one.method(), end=' ')
    except AttributeError as error:
        print(error, end=' ')
    if step == 0:
        one.method = lambda: 'shadowed'
    elif step == 1:
        del one.x
    elif step == 2:
        one.__dict__ = {'x': 'other', 'kind': 'dict'}
    elif step == 3:
        Bunch.x = property(lambda self: 'from the class')
print(Falls().missing, Falls(missing=3).missing)
del Bunch.x
print(one.x, one.__class__ is Bunch, type(one).__name__)
one.__class__ = Falls
print(one.x, one.y, one.__class__.__name__, isinstance(one, Falls), isinstance(one, int))


class Lies:
    @property
    def __class__(self):
        return int


class Later:
    pass


lie, later = Lies(), Later()
print([isinstance(each, int) for each in (lie, later, lie, later)], lie.__class__, isinstance(lie, Lies))
