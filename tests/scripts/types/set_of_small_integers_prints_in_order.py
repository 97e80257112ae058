# area: types
# prio: P1
# checks: repr of one-element and empty sets, set comprehensions, removal while copying
print({1}, set(), {"a"}, {(1, 2)}, {None}, frozenset({"x"}))
s = {x % 3 for x in range(10)}
for x in set(s):
    if x:
        s.discard(x)
print(s, s.pop(), s, bool(s))
