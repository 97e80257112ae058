# area: builtins
# prio: P0
# checks: min and max of iterables and arguments, key, default, first of equals, errors
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max({"a": 1, "b": 0}), min([], default="none"), max((), default=None), max([1], default=9))
print(max(["aa", "b", "cc"], key=len), min(["aa", "b", "c"], key=len), max(-5, 3, key=abs), min([(1, "b"), (1, "a")]), max(1, 1.0), min(1.0, 1), max(True, 1))
for f in (lambda: min(), lambda: max([]), lambda: max(1), lambda: max(1, "a"), lambda: min(1, 2, default=3), lambda: max([1], foo=2)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
