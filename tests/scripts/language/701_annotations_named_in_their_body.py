# area: language
# prio: P1
# checks: __annotations__ stands in a body that names it
class M(type):
    __annotations__['before'] = 1
    x: int = 5


class N:
    a: int
    b: str
    found = '__annotations__' in dir()


print(M.__annotations__, N.__annotations__, N.found)
g, l = {}, {}
exec('__annotations__[1] = 2\nx: int = 5\n', g, l)
print(l['__annotations__'])


class Loud(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return {'__annotations__': Loud()}


class C(metaclass=Meta):
    x: 'int'


print(C.__annotations__)
