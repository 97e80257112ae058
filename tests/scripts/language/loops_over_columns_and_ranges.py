# area: language
# prio: P1
# checks: loops over zip, enumerate and range, which look at the containers themselves


def names(a=0, b=0, c=0):
    for a, b, c in zip([1, 2, 3], (4, 5), "xyz"):
        pass
    return a, b, c


def grows(xs):
    seen = []
    for i, x in enumerate(xs):
        seen.append((i, x))
        if len(xs) < 5:
            xs.append(x * 2)
    return seen


def shrinks(xs, ys):
    seen = []
    for x, y in zip(xs, ys):
        seen.append((x, y))
        ys.pop()
    return seen


def shared(xs):
    it = iter(xs)
    return [(a, b) for a, b in zip(it, it)], list(it)


def kept(xs):
    numbered = enumerate(xs, 10)
    for i, x in numbered:
        if i == 11:
            break
    return i, x, list(numbered)


def wrong():
    for parts in (lambda: zip([1], [2], [3]), lambda: enumerate("a")):
        try:
            for a, b, c, d in parts():
                pass
        except ValueError as error:
            print(error)


print(names(), grows([1, 2]), shrinks([1, 2, 3, 4], [5, 6, 7]), shared(range(5)), kept("abcd"))
wrong()
print([x for x in zip(range(3), range(10, 0, -3), "ab")], list(x for x in zip()), [p for p in zip([1])])
print([(i, a, b) for i, (a, b) in enumerate(zip([1, 2], "xyz"), 5)], [x for x in enumerate((7, 8))])
print(sum(x * y for x, y in zip([1, 2], [3, 4])), [i for i in range(2, 9, 3)], [i for i in range(5, 0, -2)])
for i in range(True, 3):
    print(i, end=" ")
for range_args in ((3,), (1, 4), (9, 1, -4), (0, 5, 0), ("a",), ()):
    try:
        for i in range(*range_args):
            print(i, end=" ")
        print(*(i for i in range(*range_args)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
big = 1 << 70
print([i for i in range(big, big + 3)] == [big, big + 1, big + 2], [i for i in range(2**63 - 3, 2**63 - 1)])
text = [row for row in enumerate("éa")]
print(text, [*[1, 2], *(3,), *"ab", *range(2), *{7: 8}])
