# area: language
# prio: P1
# checks: annotations of functions, classes and variables
x: int = "not an int"
y: str


def f(a: int, b: "later" = 2, *c: float, d: list = None) -> bool:
    z: not_evaluated = 5
    return z


class C:
    name: str
    size: int = 3


print(x, f(1), f.__annotations__, C.__annotations__, C.size, hasattr(C, "name"))
print(__annotations__)
try:
    y
except NameError as e:
    print(e)
