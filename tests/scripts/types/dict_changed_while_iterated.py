# area: types
# prio: P1
# checks: growing and shrinking during iteration is noticed; replacing a value is not
def attempt(change, view=lambda d: d):
    d = {"a": 1, "b": 2, "c": 3}
    seen = []
    try:
        for x in view(d):
            seen.append(x)
            change(d)
            if len(seen) > 5:
                break
        print(seen, d)
    except RuntimeError as e:
        print(type(e).__name__, e, seen, d)
attempt(lambda d: d.update(z=1))
attempt(lambda d: d.pop("a", None))
attempt(lambda d: d.update(a=5))
attempt(lambda d: d.clear())
attempt(lambda d: d.update(z=1), dict.values)
attempt(lambda d: d.update(z=1), dict.items)
attempt(lambda d: d.pop("c", 0), reversed)
attempt(lambda d: d.update(x=1), lambda d: d.keys())
d = {"a": 1}
it = iter(d); next(it)
print(next(it, "end"), it.__length_hint__()); d["b"] = 2
print(next(it, "end"))
it = iter({"a": 1, "b": 2}); print(it.__length_hint__(), list(it), it.__length_hint__())
class Evil:
    def __hash__(self): return hash("a")
    def __eq__(self, other):
        d.clear()
        return False
d = {"a": 1, "b": 2}
print(d.get(Evil()), d)
d = {"a": 1}
d[Evil()] = 2
print(len(d))
