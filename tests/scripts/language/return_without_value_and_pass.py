# area: language
# prio: P0
# checks: functions return None unless they say otherwise; pass and ... do nothing
def a(): pass
def b(): return
def c(): ...
def d(x):
    if x:
        return x


print(a(), b(), c(), d(0), d(5), ..., Ellipsis is ...)
class E: ...
if True: pass; print("one line"); x = 1
print(x); y = 2; print(y)
