# area: limits
# prio: P0
# checks: containers that contain themselves print with dots and compare by identity
a = [1]
a.append(a)
d = {"x": 1}
d["d"] = d
m = [{}]
m[0]["m"] = m
t = ([],)
t[0].append(t)
print(a, d, m, t, len(a), a[1][1][1] is a, a in a, str(a), f"{d}")
b = [1]
b.append(b)
try:
    print(a == b)
except RecursionError:
    print("RecursionError")
print(a == a, d == d, a != a, [x is a for x in a])
