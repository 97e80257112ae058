# area: builtins
# prio: P0
# checks: zip stops at the shortest, strict raises, enumerate counts from start
print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1])), dict(zip("ab", range(2))), list(zip(*[(1, 2), (3, 4)])))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)))
it = iter([1, 2, 3])
print(list(zip(it, it)), list(zip(range(10 ** 9), "xy")))
for f in (lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1, 2], [1, 2], [1], strict=True)), lambda: zip(1), lambda: zip([1], 5), lambda: enumerate(5), lambda: enumerate()):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
