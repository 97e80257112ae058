# area: language
# prio: P1
# checks: global binds names of the module from functions, nested ones and class bodies

total = 0


def add(n):
    global total
    total += n


def make():
    global made, Helper

    class Helper:
        kind = "global class"

    def made():
        return "made"


def nested():
    total = "local"

    def inner():
        global total
        total = total * 2
        return total
    return inner(), total


class Body:
    global from_class
    from_class = "bound outside"
    own = 1


add(4)
make()
print(total, made(), Helper.kind, nested(), total)
print(from_class, hasattr(Body, "from_class"), Body.own, Helper.__qualname__)


def loops():
    global index
    for index in range(3):
        pass
    global module
    import math as module
    return module.floor(2.5)


print(loops(), index, module.pi > 3)


def delete():
    global index
    del index


delete()
print("index" in globals())
try:
    delete()
except NameError as error:
    print(error)
