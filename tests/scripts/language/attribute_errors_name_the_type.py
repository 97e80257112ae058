# area: language
# prio: P0
# checks: the words of missing attributes
class C:
    def __init__(self):
        self.here = 1


c = C()
cases = [lambda: c.missing, lambda: C.nothing, lambda: (1).foo, lambda: "s".bar, lambda: [].baz, lambda: len.qux,
         lambda: (lambda: 0).zip, lambda: None.strip()]
for f in cases:
    try:
        f()
    except AttributeError as e:
        print(e)
