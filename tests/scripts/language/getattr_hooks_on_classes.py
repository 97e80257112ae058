# area: language
# prio: P0
# checks: __getattr__ is the fallback, __setattr__ and __delattr__ see every store, __getattribute__ every read
class Lazy:
    def __getattr__(self, name):
        if name.startswith("x"):
            return "made " + name
        raise AttributeError(f"no {name}")


class Log:
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


z = Lazy()
z.y = 1
print(z.x1, z.y, getattr(z, "q", "default"), hasattr(z, "xx"), hasattr(z, "q"))
o = Log()
o.a = 1
o.a += 1
del o.a
print(vars(o))
try:
    z.nope
except AttributeError as e:
    print(e)


class All:
    v = 1

    def __getattribute__(self, name):
        return "all " + name


print(All().v, All().anything)
