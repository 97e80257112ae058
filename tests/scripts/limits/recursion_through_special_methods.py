# area: limits
# prio: P0
# checks: endless recursion through methods, properties, repr, comparison and generators ends in RecursionError
class C:
    def __repr__(self):
        return repr(self)

    def __eq__(self, o):
        return self == o

    def __getattr__(self, name):
        return getattr(self, name)

    def __call__(self):
        return self()

    def __len__(self):
        return len(self)

    def __iter__(self):
        return iter(self)

    def __hash__(self):
        return hash(self)

    def __str__(self):
        return f"{self}"

    @property
    def p(self):
        return self.p

    def __add__(self, o):
        return self + o

    def __lt__(self, o):
        return sorted([self, o])


c, d = C(), C()


def gen():
    yield from gen()


for f in (lambda: repr(c), lambda: c == d, lambda: c.x, lambda: c(), lambda: len(c), lambda: list(c), lambda: hash(c), lambda: str(c), lambda: c.p, lambda: c + 1, lambda: c < d, lambda: next(gen()), lambda: sorted([c, d], key=lambda x: f_rec(x))):
    def f_rec(x):
        return max([x], key=f_rec)
    try:
        f()
    except RecursionError:
        print("RecursionError")
