# area: language
# prio: P0
# checks: instance attributes hide class attributes, assignment goes to the instance
class Dog:
    kind = "canine"
    tricks = []

    def __init__(self, name):
        self.name = name


a, b = Dog("a"), Dog("b")
a.kind = "wolf"
a.tricks.append("roll")
print(a.kind, b.kind, Dog.kind, b.tricks)
del a.kind
print(a.kind)
Dog.legs = 4
print(a.legs, b.legs, vars(a), a.__dict__ is vars(a))
a.__dict__["extra"] = 5
print(a.extra, sorted(vars(a)))
print(type(a) is Dog, a.__class__.__name__, Dog.__name__, Dog.__qualname__, Dog.__module__)
