# area: regressions
# prio: P2
# checks: UserString: methods with their own names, defaults and words; reflected %; what is unwrapped and what is not
from collections import UserString

text = UserString("abcab")


def show(name, *args, **named):
    try:
        result = getattr(text, name)(*args, **named)
    except Exception as error:
        print(name, args, type(error).__name__, error)
    else:
        print(name, args, type(result).__name__, repr(result))


for name in ("swapcase", "title", "isalpha", "lower"):
    show(name)
    show(name, 1)
for name in ("find", "index", "count", "startswith", "endswith", "rfind"):
    show(name)
    show(name, "b", 2)
    show(name, UserString("b"))
    show(name, "b", x=1)
for name in ("strip", "lstrip", "removeprefix", "partition", "replace", "center", "zfill", "join", "expandtabs"):
    show(name)
    show(name, UserString("ab"))
    show(name, "a", "b", "c", "d")
show("encode", None, None)
show("encode", "ascii", "no such")
show("format", 1, b=2)
show("format_map", {})
show("maketrans", "a", "b")
show("__getnewargs__")
show("__complex__")
show("__rmod__", "%s!")
print("%s!" % text, complex(UserString("1j")), repr(5 % UserString("a")))
print(type("a%s" % text).__name__, repr(UserString(UserString("x"))), text.swapcase.__qualname__)
