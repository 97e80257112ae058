# group: attributes_and_methods
class V:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y


def run(n):
    a, b = V(0, 0), V(1, 2)
    same = 0
    for i in range(n):
        a = a + b * 2
        if a == b:
            same += 1
    return a.x, a.y, same


print(run(700_000))
