# area: language
# prio: P1
# checks: metaclass, __prepare__, __set_name__, __init_subclass__ and decorators run in this order

log = []


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        log.append(("prepare", name, kw))
        return {"prepared": True}

    def __new__(mcs, name, bases, body, **kw):
        log.append(("new", name, [k for k in body if not k.startswith("__")]))
        return super().__new__(mcs, name, bases, body, **kw)

    def __init__(cls, name, bases, body, **kw):
        log.append(("init", name))
        super().__init__(name, bases, body)

    def __call__(cls, *args):
        log.append(("call", cls.__name__, args))
        return super().__call__(*args)


class Named:
    def __set_name__(self, owner, name):
        log.append(("set_name", owner.__name__, name))


class Base(metaclass=Meta):
    def __init_subclass__(cls, tag=None):
        log.append(("init_subclass", cls.__name__, tag))


def mark(cls):
    log.append(("decorate", cls.__name__))
    cls.marked = True
    return cls


@mark
class Child(Base, tag="t"):
    one = Named()
    log.append(("body",))
    two = Named()

    def __init__(self, x=0):
        self.x = x


Child(3)
for line in log:
    print(line)
print(Child.marked, Child.prepared, type(Child).__name__)
