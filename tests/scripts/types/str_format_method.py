# area: types
# prio: P0
# checks: format with positions, names, attributes, indices, conversions, nesting and errors
class P:
    x = 3


print("{} {}".format(1, "a"), "{1} {0} {1}".format("a", "b"), "{n:>5}|{n!r}".format(n="q"), "{0.x} {1[k]} {2[0]}".format(P, {"k": "v"}, [9]))
print("{:{}}|{:>{w}.{p}f}".format("a", 3, 1.23456, w=8, p=2), "{{}} {}".format(1), "{:,}".format(10 ** 7), "{!s:-^9}".format("mid"))
print("{a} {b}".format_map({"a": 1, "b": 2}), "{:%}".format(0.5), "{:5}|{:5}|".format(1, "a"))
for f in (lambda: "{}".format(), lambda: "{1}".format(0), lambda: "{k}".format(), lambda: "{} {0}".format(1), lambda: "{".format(), lambda: "}".format(), lambda: "{0.y}".format(P), lambda: "{!z}".format(1)):
    try:
        print(f())
    except (IndexError, KeyError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
