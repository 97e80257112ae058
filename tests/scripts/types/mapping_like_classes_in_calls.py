# area: types
# prio: P1
# checks: objects with keys and __getitem__ work in ** and dict()

class Map:
    def __init__(self, **items):
        self.items_ = items

    def keys(self):
        print("keys")
        return self.items_.keys()

    def __getitem__(self, key):
        print("get", key)
        return self.items_[key]


def f(**kw):
    return kw


m = Map(a=1, b=2)
print(f(**m), dict(m), {**m, "c": 3}, dict(m, d=4))
d = {}
d.update(m)
print(d, d | dict(m))
for bad in [lambda: {} | m, lambda: f(**5), lambda: dict(5)]:
    try:
        bad()
    except TypeError as error:
        print(error)
