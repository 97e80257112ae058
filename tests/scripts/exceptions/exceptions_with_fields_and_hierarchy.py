# area: exceptions
# prio: P1
# checks: a hierarchy of own exceptions with fields, defaults and text

class AppError(Exception):
    code = 500

    def __init__(self, message="failed", **details):
        super().__init__(message)
        self.details = details

    def __str__(self):
        return f"[{self.code}] {self.args[0]}" + (f" {self.details}" if self.details else "")


class NotFound(AppError):
    code = 404


class Denied(AppError, PermissionError):
    code = 403


class Plain(LookupError):
    pass


for error in [AppError(), NotFound("no page", path="/x"), Denied("stop", user="bob"), Plain(1, 2), Plain(), Plain("one")]:
    try:
        raise error
    except PermissionError as caught:
        print("permission", caught, repr(caught))
    except NotFound as caught:
        print("not found", caught, caught.details["path"])
    except (AppError, LookupError) as caught:
        print(type(caught).__name__, caught, repr(caught), caught.args)
print([c.__name__ for c in Denied.__mro__[:4]], issubclass(Denied, OSError), NotFound.code)
