# area: modules
# prio: P1
# checks: lookups through the maps, writes to the first, reordering of OrderedDict

from collections import ChainMap, OrderedDict

base, user = {"colour": "red", "size": 1}, {"size": 2}
c = ChainMap(user, base)
print(c["size"], c["colour"], sorted(c), len(c), "size" in c, c.get("none", 0), c.maps, c)
c["new"] = 1
c["colour"] = "blue"
print(user, base, dict(c), c.parents, c.parents["size"])
child = c.new_child({"size": 3})
del child["size"]
print(child["size"], child.maps[0], c.new_child(k=5)["k"], list(ChainMap({"a": 1}, {"b": 2}).items()), bool(ChainMap()), ChainMap({}) == {})
for bad in [lambda: c["zzz"], lambda: c.pop("zzz"), lambda: child.__delitem__("colour"), lambda: ChainMap().popitem()]:
    try:
        bad()
    except KeyError as error:
        print(error)
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); print(o)
o.move_to_end("c", last=False); print(list(o), o.popitem(), o.popitem(last=False), o)
o["z"] = 1; o["b"] = 9; o.update(y=0)
print(o, list(reversed(o)), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), o | {"q": 1}, type(o | {}).__name__)
print(OrderedDict.fromkeys("ba", 0), OrderedDict([("k", OrderedDict())]), OrderedDict(), o.copy() == o, o.pop("z"), o.setdefault("w", 5), o)
try:
    o.move_to_end("none")
except KeyError as error:
    print(error)
try:
    OrderedDict().popitem()
except KeyError as error:
    print(error)
