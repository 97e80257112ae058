# area: builtins
# prio: P0
# checks: builtins may be rebound in modules and functions, and come back after del
def f():
    list = "shadow"
    return list


print(f(), list("ab"))
sum = lambda xs: "my sum"
print(sum([1]))
del sum
print(sum([1, 2]))
import builtins

print(builtins.len([1]), builtins is __builtins__ or True, builtins.print is print)


def g(len=len, print=print):
    return len("abc")


print(g())
