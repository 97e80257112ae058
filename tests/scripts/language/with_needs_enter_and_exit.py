# area: language
# prio: P0
# checks: the words for objects that are no context managers, and errors in __enter__
class OnlyEnter:
    def __enter__(self):
        return 1


class Raises:
    def __enter__(self):
        raise ValueError("in enter")

    def __exit__(self, *a):
        print("never")


for obj in (5, OnlyEnter(), Raises()):
    try:
        with obj:
            print("body")
    except Exception as e:
        print(type(e).__name__, e)


class ExitRaises:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        raise RuntimeError("from exit")


try:
    with ExitRaises():
        raise ValueError("inner")
except RuntimeError as e:
    print(e, "after", repr(e.__context__))
