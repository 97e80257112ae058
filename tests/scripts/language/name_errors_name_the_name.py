# area: language
# prio: P0
# checks: reading a name that does not exist, at module level and in functions
def f():
    return not_defined


for g in (f, lambda: nope + 1):
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e, e.name)
try:
    another()
except NameError as e:
    print(e)
try:
    del nothing
except NameError as e:
    print(e)
