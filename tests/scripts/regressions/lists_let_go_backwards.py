# area: regressions
# prio: P0
# checks: the order in which the elements of a list die
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print(self.n, end=" ")


x = [D(1), D(2), D(3)]
x = None
print()
x = [D(1), D(2), D(3)]
x.clear()
print()
x = {1: D(1), 2: D(2)}
x = None
print()
