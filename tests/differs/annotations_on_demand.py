# differs: Annotations are evaluated when somebody asks for them.
# cpython: until 3.13 they are evaluated by the `def` or the assignment; from 3.14 on as here.
# here: a name that does not exist is noticed by `__annotations__`, not by `def`.
# why: it is what CPython does now, and programs start faster.
# instead: nothing; only programs that annotate with side effects can tell.
def add(a: not_yet, b: not_yet):
    return a + b


print(add(1, 2))
try:
    print(add.__annotations__)
except NameError as error:
    print(error)
not_yet = int
print(add.__annotations__)
