# area: types
# prio: P1
# checks: data descriptors with __set_name__, and the order of lookup

class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner):
        return self if obj is None else getattr(obj, self.name)

    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive, not {value}")
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        print("delete", self.name)
        delattr(obj, self.name)


class Lazy:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value


class Item:
    price, count = Positive(), Positive()

    def __init__(self, price, count):
        self.price, self.count = price, count

    @Lazy
    def total(self):
        print("computing")
        return self.price * self.count


i = Item(2, 5)
print(i.total, i.total, sorted(i.__dict__), type(Item.price).__name__)
i.__dict__["price"] = "ignored"
i.__dict__["total"] = "wins"
print(i.price, i.total)
for value in (-1, 0):
    try:
        i.count = value
    except ValueError as error:
        print(error)
del i.count
try:
    i.count
except AttributeError as error:
    print(error)
