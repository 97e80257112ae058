# area: exceptions
# prio: P0
# checks: exception classes of one's own, with attributes, __init__ and __str__
class AppError(Exception):
    pass


class Coded(AppError):
    def __init__(self, code, msg="default"):
        super().__init__(msg)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


class Bare(AppError):
    def __init__(self, x):
        self.x = x


for make in (lambda: AppError("a", "b"), lambda: Coded(5), lambda: Coded(6, "m"), lambda: Bare(7)):
    try:
        raise make()
    except AppError as e:
        print(type(e).__name__, e, repr(e), e.args, vars(e))
try:
    raise AppError
except AppError as e:
    print(repr(e))
try:
    raise Coded
except TypeError as e:
    print(str(e).endswith("missing 1 required positional argument: 'code'"))
