# area: types
# prio: P0
# checks: changing the size of a dict or set while walking it raises
d = {"a": 1, "b": 2}
for act in (lambda: d.__setitem__("new", 1), lambda: d.pop("a"), lambda: d.clear()):
    try:
        for k in d:
            act()
    except RuntimeError as e:
        print(e)
d = {"a": 1, "b": 2}
for k in d:
    d[k] += 1
print(d)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
try:
    for k, v in d.items():
        del d[k]
except RuntimeError as e:
    print(e)
for k in list(d):
    del d[k]
print(d)
