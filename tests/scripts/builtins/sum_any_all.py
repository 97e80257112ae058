# area: builtins
# prio: P0
# checks: sum with start and mixed numbers, any and all stop early
print(sum([1, 2, 3]), sum([]), sum([1.5, 2]), sum([[1], [2]], []), sum(range(101)), sum([1], start=10), sum([10 ** 20, 1]), sum([True, True]), sum((x for x in (0.5, 0.25))))


def gen():
    for x in (0, 1, 2):
        print("gave", x)
        yield x


print(any(gen()), all(gen()), any([]), all([]), any([[], 0, ""]), all([1, "a"]))
for f in (lambda: sum(["a", "b"]), lambda: sum("ab", ""), lambda: sum(5), lambda: sum([b"a"], b""), lambda: any(5), lambda: all()):
    try:
        f()
    except TypeError as e:
        print(e)
