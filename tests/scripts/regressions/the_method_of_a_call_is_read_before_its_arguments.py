# area: regressions
# prio: P1
# checks: the attribute that is called is read before the attributes and items among the arguments


class Told:
    def __init__(self, name):
        self.__dict__['name'] = name

    def __getattr__(self, key):
        print(self.name, 'get', key)
        return lambda *a, **k: None

    def __getitem__(self, key):
        print(self.name, 'item', key)
        return 1


a, b = Told('a'), Told('b')
a.f(b.x)
a.f(b[1], k=b.y)
a.f(b.x, (b.y, [b.z]))
[].append(b.z)
try:
    a.name.first(a.name.second)
except AttributeError as error:
    print(error)
try:
    a.name.first(a.name[100])
except AttributeError as error:
    print(error)
