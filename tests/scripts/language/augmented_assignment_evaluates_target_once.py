# area: language
# prio: P0
# checks: the object and the subscript of an augmented assignment are evaluated once, before the value
def show(name, value):
    print("eval", name)
    return value


data = {"k": 1}
show("obj", data)[show("key", "k")] += show("value", 10)
print(data)


class Point:
    x = 1


p = Point()
show("p", p).x *= show("seven", 7)
print(p.x, Point.x)
p.x //= 2
p.x **= 3
p.x -= 20
p.x <<= 4
p.x |= 3
p.x ^= 1
p.x &= 0xfe
p.x %= 100
p.x >>= 1
print(p.x)
