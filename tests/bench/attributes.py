# group: attributes_and_methods
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def run(n):
    p = Point(0, 1)
    total = 0
    i = 0
    while i < n:
        p.x = p.x + 1
        total = total + p.y
        i += 1
    return total + p.x


print(run(5_000_000))
