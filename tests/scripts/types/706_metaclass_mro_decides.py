# area: types
# prio: P1
# checks: the mro() of a metaclass gives the order, and is checked
class Meta(type):
    def mro(cls):
        order = super().mro()
        return [order[0], *sorted(order[1:-1], key=lambda c: c.__name__), order[-1]]


class Z(metaclass=Meta):
    name = 'Z'


class B(metaclass=Meta):
    name = 'B'


class C(Z, B):
    pass


print([c.__name__ for c in C.__mro__], C.name)


class Bad(type):
    def mro(cls):
        return [cls, 5]


class Wrong(type):
    def mro(cls):
        return [cls, int, object]


for meta in (Bad, Wrong):
    try:
        meta('X', (), {})
    except TypeError as e:
        print(e)


class Raises(type):
    def mro(cls):
        raise KeyError('no order')


try:
    Raises('X', (), {})
except KeyError as e:
    print(e)
