# area: builtins
# prio: P0
# checks: dynamic attribute access with defaults and computed names
class C:
    k = "class"

    @property
    def bad(self):
        raise ValueError("from property")


c = C()
setattr(c, "a" + "b", 5)
print(c.ab, getattr(c, "ab"), getattr(c, "zz", None), hasattr(c, "ab"), hasattr(c, "zz"), getattr(C, "k"), getattr("abc", "upper")(), getattr(5, "real"))
delattr(c, "ab")
print(hasattr(c, "ab"), getattr(c, "k"))
for f in (lambda: getattr(c, "zz"), lambda: delattr(c, "zz"), lambda: getattr(c, 5), lambda: hasattr(c, "bad"), lambda: getattr(c, "bad", 1), lambda: getattr(c)):
    try:
        f()
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
