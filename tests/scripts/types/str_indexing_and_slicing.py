# area: types
# prio: P0
# checks: indices and slices of text, steps, negative and out of range
s = "hello, wörld ☃"
print(s[0], s[-1], s[7:12], s[::-1], s[::2], s[-3:], s[:-3], s[5:2], s[5:2:-1], s[100:], s[-100:3], s[::-3])
print(len(s), s[8], s[True], s[slice(1, 4)], [c for c in s[7:9]])
for i in (50, -51, "a", 1.0, None):
    try:
        print(s[i])
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
try:
    s[0] = "H"
except TypeError as e:
    print(e)
try:
    s[::0]
except ValueError as e:
    print(e)
