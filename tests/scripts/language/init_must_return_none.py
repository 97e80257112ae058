# area: language
# prio: P0
# checks: construction: __new__, __init__, their order and errors
class A:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)

    def __init__(self, *args):
        print("init", args)


A(1, 2)


class Bad:
    def __init__(self):
        return 5


class Other:
    def __new__(cls):
        return "not an instance"

    def __init__(self):
        print("never")


print(Other())
for f in (Bad, lambda: object(1), lambda: Plain(1)):
    class Plain:
        pass
    try:
        f()
    except TypeError as e:
        print(e)
