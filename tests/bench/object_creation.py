# group: object_creation
class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def run(n):
    total = 0
    for i in range(n):
        p = P(i, 2)
        total += p.y
    return total


print(run(2_500_000))
