# area: types
# prio: P1
# checks: a subclass of ModuleType makes modules with its own attributes
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


import types


class M(types.ModuleType):
    shared = 1

    @property
    def twice(self):
        return self.x * 2

    def __getattr__(self, name):
        return f'no {name}'


m = M('m', 'a doc')
m.x = 4
print(m.twice, m.shared, m.other, m.__name__, m.__doc__, type(m).__name__)
print(isinstance(m, types.ModuleType))
plain = types.ModuleType('plain')
plain.__class__ = M
print(plain.nothing)
t(types.ModuleType)
t(types.ModuleType, 5)
bare = types.ModuleType.__new__(types.ModuleType)
t(lambda: bare.__name__)
