# area: builtins
# prio: P0
# checks: map over several iterables, filter with None, nothing runs before it is asked
def loud(x):
    print("loud", x)
    return x * 2


m = map(loud, [1, 2])
print("made")
print(next(m))
print(list(m))
print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(str, range(3))), list(map(max, "ab", "ba")))
print(list(filter(None, [0, 1, "", "a", None])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isdigit, "a1b2")))
for f in (lambda: map(loud), lambda: list(map(5, [1])), lambda: filter(None), lambda: map(str, 5)):
    try:
        f()
    except TypeError as e:
        print(e)
