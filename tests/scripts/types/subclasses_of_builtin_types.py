# area: types
# prio: P0
# checks: classes that extend int, str, list and dict keep the behaviour and add theirs
class Stack(list):
    def push(self, x):
        self.append(x)
        return self


class Count(int):
    def plus(self):
        return Count(self + 1)


class Shout(str):
    def __add__(self, o):
        return Shout(str(self).upper() + o)


class Default(dict):
    def __missing__(self, k):
        return "missing " + k


s = Stack([1]).push(2).push(3)
print(s, len(s), s[-1], s == [1, 2, 3], isinstance(s, list), type(s[:2]).__name__, sum(s), sorted(s, reverse=True))
print(Count(5).plus(), Count(5) + 1, type(Count(5) + 1).__name__, f"{Count(7):03}", Count(3) == 3, {3: "x"}[Count(3)])
print(Shout("ab") + "c", Shout("x").join(["1", "2"]), len(Shout("abc")), Shout("k") == "k", {"k": 1}[Shout("k")])
print(Default(a=1)["a"], Default()["zz"], Default().get("zz"))
