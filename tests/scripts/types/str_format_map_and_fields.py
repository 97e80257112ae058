# area: types
# prio: P1
# checks: format with attributes, items, nested specs and mappings that make values

class Point:
    x, y = 3, -4

    def __repr__(self):
        return "P"


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


p = Point()
print("{0.x} {0.y:+d} {p!r:>4} {1[0]} {1[-1]} {2[key]} {2[two words]}".format(p, {"-1": "text", 0: "zero"}, {"key": 1, "two words": 2}, p=p))
print("{} {} {}".format(1, "b", [3]), "{1} {0} {1}".format("a", "b"), "{a}{b}{a}".format(a="x", b="y"))
print("{:{}} {:{w}.{p}f}|".format("x", 5, 3.14159, w=8, p=2), "{0:{1}{2}{3}}".format(7, "*", "^", 5))
print("{known} {unknown}".format_map(Missing(known="k")), "{a[0]}".format_map({"a": "xyz"}))
print("{{}} {{{0}}} {0!s} {0!r} {0!a}".format("é"), "{0.real} {0.imag}".format(3 + 4j), "{0.__class__.__name__}".format([]))
print("{:,} {:_} {:x} {:#b} {:e} {:%}".format(1234567, 1234567, 255, 5, 12345.678, 0.25))
for text in ["{} {}", "{0} {}", "{", "}", "{a.b}", "{0[}", "{0!z}", "{:q}", "{!r", "{0.}", "{x}"]:
    try:
        print(text.format(1, a=2))
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        print(text, "|", type(error).__name__, error)
