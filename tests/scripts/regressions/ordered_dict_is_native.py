# area: regressions
# prio: P1
# checks: OrderedDict says what CPython's C class says, notices changes of its order while it is walked, and has views of its own
import copy, random, weakref
from collections import OrderedDict


def say(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error, error.args)


class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)

    def __missing__(self, key):
        return key * 2


od = OrderedDict(a=1, b=2)
for method in (OrderedDict.pop, OrderedDict.update, OrderedDict.__setitem__, OrderedDict.move_to_end, OrderedDict.keys):
    say(lambda: method())
    say(lambda: method({}))
    say(lambda: method(od, 1, 2, 3, 4))
for key in ((1, 2), None, 3):
    say(lambda: od.pop(key))
    say(lambda: od.move_to_end(key))
    say(lambda: od.__delitem__(key))
say(lambda: OrderedDict(1, 2))
say(lambda: OrderedDict([(1,)]))
say(lambda: OrderedDict().popitem())
say(lambda: od.update(1, 2))
say(lambda: (OrderedDict.pop, type(od.keys()).__mro__, od.keys().mapping, OrderedDict.update.__objclass__))
say(lambda: (od == OrderedDict(b=2, a=1), od == dict(b=2, a=1), od != OrderedDict(b=2, a=1), od | {3: 4}, {3: 4} | od))
say(lambda: (type(iter(od)).__name__, iter(od).__reduce__()[1], od.__reduce__()[:4], copy.copy(od), weakref.ref(od)() is od))
loud = Loud([(1, 2)], x=3)
loud |= {7: 8}
print(loud, loud[4], loud.get(9), loud.copy(), Loud.fromkeys('ab'), {**loud})
for change in ('d["z"] = 1', 'del d["b"]', 'd.popitem(last=False)', 'd.move_to_end("a")', 'd.clear()', 'd["a"] = 5', 'd.setdefault("a")',
               'd.clear(); d["q"] = 1', 'if k == "c": d["z"] = 1'):
    d, seen = OrderedDict(a=1, b=2, c=3), []
    try:
        for k in d:
            seen.append(k)
            exec(change)
    except Exception as error:
        seen.append(str(error))
    print(change, seen, d)
od['self'] = od
print(od, od.items())
r = random.Random(5)
for size in (5, 12, 300):
    o, model = OrderedDict(), []
    for i in range(3000):
        k, last = r.randrange(size), r.random() < 0.5
        if k not in model:
            model.append(k)
        elif r.random() < 0.7:
            o.move_to_end(k, last=last)
            model.remove(k)
            model.insert(len(model) if last else 0, k)
        o[k] = i
        if r.random() < 0.4:
            assert o.popitem(last=last)[0] == model.pop(-1 if last else 0)
        assert list(o) == model == list(reversed(o))[::-1] and all(k in o for k in model)
