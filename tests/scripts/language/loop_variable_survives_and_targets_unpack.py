# area: language
# prio: P0
# checks: a for target may be a tuple, a starred list, an attribute or a subscript
for a, (b, c) in [(1, (2, 3)), (4, "xy")]:
    print(a, b, c)
for first, *rest in [[1, 2, 3], "ab", (9,)]:
    print(first, rest)
print(a, rest)


class Box:
    pass


box = Box()
items = [0, 0]
for box.value in range(3):
    pass
for items[1] in "pq":
    print(items)
print(box.value)
