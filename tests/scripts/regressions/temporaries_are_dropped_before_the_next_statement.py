# area: regressions
# prio: P0
# checks: values used only within a statement die at its end, in order
class T:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def get(self):
        return self.n

    def __add__(self, o):
        return T(self.n + o.n)


print(T(1).get())
print((T(2) + T(3)).n)
[T(4), T(5)][0].get()
print("after list")
x = T(6).get() + T(7).get()
print(x)
for t in (T(8), T(9)):
    pass
print("loop over")
t = 0
print("end")
