# area: language
# prio: P1
# checks: names with two leading underscores are mangled inside classes
class A:
    def __init__(self):
        self.__secret = 1
        self.__dunder__ = 2
        self._one = 3

    def get(self):
        return self.__secret

    def __hidden(self):
        return "hidden"

    def call(self):
        return self.__hidden()


class B(A):
    def __hidden(self):
        return "B"

    def get_b(self):
        return self._A__secret


b = B()
print(b.get(), b.get_b(), sorted(vars(b)), b.call(), hasattr(b, "__secret"))
