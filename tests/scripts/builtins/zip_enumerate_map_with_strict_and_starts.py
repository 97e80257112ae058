# area: builtins
# prio: P1
# checks: zip(strict=True), enumerate(start=), map over several and filter(None)

print(list(zip()), list(zip("ab")), list(zip("ab", [1, 2, 3], range(9))), list(zip([], "a")), dict(zip("ab", (1, 2))))
print(list(zip("ab", "cd", strict=True)), [*zip(*[(1, 2), (3, 4)])], list(zip(*[iter("abcdef")] * 3)))
for args in [("a", "bc"), ("ab", "c"), ("ab", "cd", "e"), ("a", "b", "cc"), ("", "", "x")]:
    done = []
    try:
        for pair in zip(*args, strict=True):
            done.append(pair)
    except ValueError as error:
        print(args, done, error)
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), list(enumerate("a", -1)), next(enumerate("z", 10**20)))
print(list(map(pow, [2, 3], [3, 2, 9])), list(map(str.upper, "ab")), list(map(lambda *a: a, "ab", "cd", "e")), list(filter(None, [0, 1, "", "a", [], None])))
print(list(filter(lambda n: n % 2, range(6))), list(filter(str.isdigit, "a1b2")), sum(map(len, ["a", "bb"])))
shared = iter(range(6))
print(list(zip(shared, shared)), list(shared))
longer = iter(range(5))
print(list(zip(range(2), longer)), next(longer))
print(list(zip(iter(range(2)), longer)), list(longer), type(zip()).__name__, iter(m := map(abs, [-1])) is m, next(m), next(m, None))
for bad in [lambda: zip(1), lambda: zip("a", 2), lambda: map(abs), lambda: list(map(1, [1])), lambda: filter(None), lambda: enumerate(), lambda: enumerate("a", "b"), lambda: list(map(abs, ["x"]))]:
    try:
        bad()
    except TypeError as error:
        print(error)
