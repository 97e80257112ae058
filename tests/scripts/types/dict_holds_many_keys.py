# area: types
# prio: P0
# checks: ten thousand keys of several kinds: insertion, deletion, order and lookups
d = {}
for i in range(10000):
    d[i] = i * i
    d[str(i)] = i
for i in range(0, 10000, 3):
    del d[i]
print(len(d), sum(k for k in d if type(k) is int), d["9999"], 9999 in d, d[9998], list(d)[:4])
for i in range(0, 10000, 3):
    d[i] = -1
print(len(d), list(d)[-1], sum(v for k, v in d.items() if type(k) is int))
e = {(i, -i): i for i in range(1000)}
print(e[(500, -500)], e.get((500, 500)), sum(1 for k in e if k[0] % 2), {i / 2: i for i in range(4)}[1.0])
