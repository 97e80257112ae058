# area: language
# prio: P0
# checks: __iadd__ is preferred, __add__ is the fallback
class A:
    def __iadd__(self, o):
        print("iadd", o)
        return self

    def __add__(self, o):
        return "add"

    def __sub__(self, o):
        return ("sub", o)

    def __imul__(self, o):
        return NotImplemented


a = b = A()
a += 1
print(a is b)
a -= 2
print(a)
try:
    b *= 3
except TypeError as e:
    print(e)
try:
    b //= 3
except TypeError as e:
    print(e)
