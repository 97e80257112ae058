# group: exceptions
class Stop(Exception):
    def __init__(self, depth):
        super().__init__(depth)
        self.depth = depth


def down(n):
    if n == 0:
        raise Stop(5)
    try:
        return down(n - 1)
    finally:
        log.append(n)


log = []


def run(n):
    total = 0
    for i in range(n):
        try:
            down(8)
        except Stop as e:
            total += e.depth
        log.clear()
    return total


print(run(120_000))
