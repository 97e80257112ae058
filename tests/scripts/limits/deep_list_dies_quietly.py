# area: limits
# prio: P0
# checks: a list nested a million deep can be built, walked and dropped
a = []
for _ in range(1000000):
    a = [a]
n = 0
b = a
while b:
    b = b[0]
    n += 1
print(n)
del a, b
print("dropped")
t = ()
for _ in range(200000):
    t = (t, 1)
d = {}
for _ in range(200000):
    d = {"k": d}
t = d = None
print("tuples and dicts too")
