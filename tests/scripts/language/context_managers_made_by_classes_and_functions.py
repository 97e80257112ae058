# area: language
# prio: P1
# checks: timing, transactions and nesting with __enter__ and __exit__ that look at errors

class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.saved = dict(self.data)
        return self.data

    def __exit__(self, kind, error, trace):
        if kind:
            self.data.clear()
            self.data.update(self.saved)
        print("rollback" if kind else "commit", self.data)
        return kind is not None and issubclass(kind, ValueError)


data = {"a": 1}
with Transaction(data) as d:
    d["b"] = 2
with Transaction(data) as d:
    d["c"] = 3
    raise ValueError("no")
try:
    with Transaction(data) as d:
        d.pop("a")
        with Transaction(d) as inner:
            inner["z"] = 9
        d["missing"]
except KeyError as error:
    print("left", error)


class Depth:
    level = 0

    def __enter__(self):
        Depth.level += 1
        return self

    def __exit__(self, *details):
        Depth.level -= 1

    def log(self, text):
        print("  " * (self.level - 1) + text)


depth = Depth()
with depth as d:
    d.log("one")
    with depth:
        d.log("two")
        with depth:
            d.log("three")
    d.log("one again")
print(Depth.level)
