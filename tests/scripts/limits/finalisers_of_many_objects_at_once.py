# area: limits
# prio: P1
# checks: hundreds of thousands of finalisers run in one go, and chains of them end


class Counted:
    ran = 0

    def __del__(self):
        Counted.ran += 1


many = [Counted() for _ in range(200000)]
del many
print(Counted.ran)


class Calls:
    def __init__(self, function):
        self.function = function

    def __del__(self):
        self.function()


left = 3000


def endless():
    global left
    left -= 1
    if left:
        Calls(endless)


Calls(endless)
print(left)
