# area: exceptions
# prio: P1
# checks: name, obj and value attributes of exceptions
class A: pass


a = A()
try:
    a.missing
except AttributeError as e:
    print(e.name, e.obj is a)
try:
    undefined_name
except NameError as e:
    print(e.name)
try:
    import no_such_module_here
except ImportError as e:
    print(type(e).__name__, e.name, e)
try:
    from math import no_such_name
except ImportError as e:
    print(type(e).__name__, e.name, str(e).split(" (")[0])
