# area: types
# prio: P1
# checks: a metaclass must hand __classcell__ on to type.__new__
class Forgets(type):
    def __new__(cls, name, bases, namespace):
        namespace.pop('__classcell__', None)
        return super().__new__(cls, name, bases, namespace)


class Other(type):
    def __new__(cls, name, bases, namespace):
        namespace['__classcell__'] = 5
        return super().__new__(cls, name, bases, namespace)


for meta in (Forgets, Other):
    try:
        class X(metaclass=meta):
            def m(self):
                return __class__
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, str(e).replace('__main__.', ''))
