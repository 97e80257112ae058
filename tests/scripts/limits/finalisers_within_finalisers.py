# area: limits
# prio: P1
# checks: what dies within a finaliser is finalised within it


class Calls:
    def __init__(self, function):
        self.function = function

    def __del__(self):
        self.function()


def outer():
    inner = Calls(lambda: print("  inner"))
    print("made")
    del inner
    print("after")


row = [Calls(outer), Calls(lambda: print("second")), Calls(outer)]
del row


def nested(depth):
    def dies():
        if depth:
            held = Calls(nested(depth - 1))
            del held
            print("up", depth)
        else:
            print("bottom")

    return dies


call = Calls(nested(5))
del call


def generator():
    try:
        yield 1
    finally:
        held = Calls(lambda: print("within"))
        del held
        print("finally")


running = generator()
next(running)
del running
