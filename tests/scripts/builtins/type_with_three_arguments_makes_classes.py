# area: builtins
# prio: P1
# checks: classes made by type() behave like those of class statements

def greet(self):
    return f"{type(self).__name__} {self.name}"


Dog = type("Dog", (), {"name": "rex", "greet": greet, "__doc__": "A dog."})
Puppy = type("Puppy", (Dog,), dict(name="bit", __len__=lambda self: 3))
d, p = Dog(), Puppy()
print(d.greet(), p.greet(), len(p), Dog.__doc__, Puppy.__doc__, Puppy.__mro__ == (Puppy, Dog, object), Dog.__module__, Dog.__qualname__)
print(isinstance(p, Dog), issubclass(Puppy, Dog), type(p) is Puppy, type(Dog) is type, type(type) is type, type(p).__name__, Puppy.__bases__)
Puppy.__name__ = "Renamed"
print(Puppy.__name__, p.greet(), repr(Puppy), Puppy.__qualname__)


class Meta(type):
    def __new__(mcs, name, bases, body, extra=None):
        body["extra"] = extra
        return super().__new__(mcs, name, bases, body)

    def __init__(cls, name, bases, body, extra=None):
        super().__init__(name, bases, body)

    def __repr__(cls):
        return f"<{cls.__name__} of Meta>"

    def __contains__(cls, item):
        return item == cls.extra


Made = Meta("Made", (), {}, extra=5)
Sub = type("Sub", (Made,), {}, extra=6)
print(Made, Sub, type(Sub).__name__, 5 in Made, 5 in Sub)
for bad in [lambda: type("X", ()), lambda: type(1, (), {}), lambda: type("X", 5, {}), lambda: type("X", (), []), lambda: type("X", (1,), {}), lambda: type("X", (bool,), {}), lambda: type("X", (int, str), {}), lambda: type("X", (Dog, Dog), {}), lambda: type("X", (object, Dog), {}), lambda: type()]:
    try:
        print(bad())
    except TypeError as error:
        print(error)
