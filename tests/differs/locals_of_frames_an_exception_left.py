# differs: An exception does not keep the variables of the frames it left.
# cpython: a traceback holds its frames, and these their variables, until the exception is gone.
# here: a traceback holds places only; a variable dies when its frame is left, so `tb_frame.f_locals` of functions is empty.
# why: frames live on a stack of registers and are gone; large data is freed as soon as it can be.
# instead: put what a handler needs into the exception.
class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def fail(held):
    raise KeyError(held.name)


try:
    fail(Held("argument"))
except KeyError as error:
    print("caught", error)
