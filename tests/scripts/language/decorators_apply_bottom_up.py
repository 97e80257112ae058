# area: language
# prio: P0
# checks: decorator expressions are evaluated top down and applied bottom up
def tag(name):
    print("make", name)

    def deco(f):
        print("apply", name)

        def wrapped(*args):
            return f"{name}({f(*args)})"

        return wrapped

    return deco


@tag("a")
@tag("b")
def f(x):
    return x


print(f(1))


@lambda cls: (print("class", cls.__name__), cls)[1]
class K:
    pass


print(K.__name__)
registry = {}


def register(f):
    registry[f.__name__] = f
    return f


@register
def one():
    return 1


print(registry["one"]())
