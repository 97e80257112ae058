# area: types
# prio: P1
# checks: get, add and append called at one place of objects of many types, with keys and counts of every kind


class Box(dict):
    def get(self, key, default="box"):
        return ("own", key, default)


class Bag(set):
    def add(self, item):
        print("bag", item)
        super().add(item)


class Odd:
    def __repr__(self):
        return "odd"

    def __hash__(self):
        raise ValueError('no hash')


class Same:
    def __repr__(self):
        return "same"

    def __hash__(self):
        return hash("a")

    def __eq__(self, other):
        print("eq", other)
        return True


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def get(d, key):
    return d.get(key), d.get(key, 7)


def get_more(d, *args):
    return d.get(*args)


def add(s, item):
    s.add(item)
    return s.add(item), sorted(map(str, s))


for _ in range(3):
    for table in ({"a": 1, 2: None}, Box(a=1), type("Plain", (dict,), {})(a=1), {}):
        for key in ("a", "".join("a"), 2, 2.0, (1, 2), Same()):
            attempt(get, table, key)
        attempt(get, table, [])
        attempt(get, table, Odd())
        attempt(get_more, table)
        attempt(get_more, table, 1, 2, 3)
    for place in (set(), {"a"}, Bag(), frozenset("a"), [], {1, "a"}):
        for item in ("a", 1, True, (1, "x")):
            attempt(add, place, item)
        attempt(add, place, {})
        attempt(add, place, Odd())
