# area: language
# prio: P1
# checks: calls chained over lines, returning self and new objects

class Query:
    def __init__(self, rows, steps=()):
        self.rows, self.steps = rows, steps

    def _with(self, step):
        return Query(self.rows, (*self.steps, step))

    def where(self, test):
        return self._with(lambda rows: (r for r in rows if test(r)))

    def select(self, *names):
        return self._with(lambda rows: ({n: r[n] for n in names} for r in rows))

    def order_by(self, name, /, *, descending=False):
        return self._with(lambda rows: sorted(rows, key=lambda r: r[name], reverse=descending))

    def __iter__(self):
        rows = self.rows
        for step in self.steps:
            rows = step(rows)
        yield from rows

    def __getattr__(self, name):
        if name.startswith("by_"):
            return lambda **kw: self.order_by(name[3:], **kw)
        raise AttributeError(f"no {name}")


rows = [dict(name=n, age=a) for n, a in [("ann", 30), ("bob", 20), ("cy", 40)]]
adults = (
    Query(rows)
    .where(lambda r: r["age"] > 25)
    .select("name", "age")
    .by_age(descending=True)
)
print(list(adults), [r["name"] for r in adults.select("name")], len(adults.steps))
rows.append({"name": "di", "age": 99})
print([r["name"] for r in adults], "  text ".strip().upper().replace("T", "*").center(8, "-"))
try:
    adults.nothing
except AttributeError as error:
    print(error)
