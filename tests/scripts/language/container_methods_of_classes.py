# area: language
# prio: P0
# checks: __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __bool__ and their fallbacks
class Seq:
    def __init__(self, *xs):
        self.xs = list(xs)

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        print("get", i)
        return self.xs[i]

    def __setitem__(self, i, v):
        print("set", i, v)

    def __delitem__(self, i):
        print("del", i)


s = Seq(1, 2)
print(len(s), bool(s), bool(Seq()), s[0], s[-1])
s[3] = 4
del s["k"]
s[1:2] = 0
print(list(s), 2 in s, 9 in s)
print(list(reversed(s)))
a, b = s


class C:
    def __contains__(self, x):
        return x

    def __bool__(self):
        return False


print(5 in C(), "" in C(), 0 not in C(), bool(C()))
