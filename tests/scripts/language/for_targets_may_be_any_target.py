# area: language
# prio: P1
# checks: the target of for is an attribute, item, slice or nested pattern

class Box:
    pass


box, row, table = Box(), [0, 0, 0], {}
for box.value in "abc":
    print(box.value, end=" ")
print()
for row[1] in range(3):
    print(row)
for table["key"], *table["rest"] in [(1, 2, 3), "xyz"]:
    print(table)
for row[0:2] in [(7, 8, 9), [], "q"]:
    print(row)
for (a, (b, *c)), d in [((1, (2, 3, 4)), 5), (("x", "yz"), "w")]:
    print(a, b, c, d)
index = 0
items = [None] * 3
for items[index] in "pqr":
    index += 1
print(items)
for [x, y] in {1: 2, 3: 4}.items():
    print(x * y)
for box.value in ():
    print("never")
print(box.value)
try:
    for one, two in [(1, 2), (3,)]:
        print(one, two)
except ValueError as error:
    print(error, one, two)
print([q for q, in ["a", "b"]], [p for [p] in [[1], [2]]])
