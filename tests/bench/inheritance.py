# group: attributes_and_methods
class Shape:
    name = "shape"

    def area(self):
        return 0

    def scaled(self, k):
        return self.area() * k


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Sum(Square):
    def area(self):
        return super().area() + 1


def run(n):
    shapes = [Shape(), Square(2), Sum(3), Square(4)]
    total = 0
    for i in range(n):
        total += shapes[i & 3].scaled(2)
    return total


print(run(1_500_000))
