# area: modules
# prio: P1
# checks: OrderedDict moves to the ends, ChainMap looks through maps
from collections import ChainMap, OrderedDict

d = OrderedDict(a=1, b=2, c=3)
d.move_to_end("a")
d.move_to_end("c", last=False)
print(list(d.items()), d.popitem(last=False), d == {"b": 2, "a": 1}, OrderedDict(x=1, y=2) == OrderedDict(y=2, x=1))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["new"] = 5
print(m["a"], m["b"], m.maps[0], len(m), "b" in m, m.new_child({"a": 9})["a"], sorted(m))
