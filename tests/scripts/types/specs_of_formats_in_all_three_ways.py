# area: types
# prio: P1
# checks: format specs through f-strings, str.format and %, plain and unusual, and their errors


def attempt(call):
    try:
        return call()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


values = [0, 7, -42, 123456789, 10 ** 25, True, 0.0, -1.5, 3.14159, 1e300, float("inf"), "text", "é", ""]
specs = ["", "5", "<5", ">8", "^9", "*^9", "05", "<05", "*<05", "010", ",", "_", "010,", "+", " ", "-", ".2", ".0", "8.3",
         "d", "x", "X", "#x", "b", "o", "c", "e", "f", ".2f", "g", "n", "%", ".1%", "s", "z.1f", "=8", "0=8", "zz", "1234567",
         ",x", ",s", ",.2f", "10.", "..", "é>4", "é<4d", "5s", "q", "99999999999999999999"]
for spec in specs:
    row = []
    for value in values:
        shown = attempt(lambda: format(value, spec))
        assert shown == attempt(lambda: f"{value:{spec}}") == attempt(lambda: ("{:" + spec + "}").format(value)), (spec, value)
        row.append(str(len(shown)) if len(shown) > 40 and "Error" not in shown else shown)
    print(spec, "|", " | ".join(row))
for template in ["%s", "%d", "%5s|", "%-5d|", "%05d", "%x", "%.2f", "%%", "%s %s", "%d %%", "%(k)s", "%q", "%", "%*d", "%i", "%c"]:
    for given in ["ab", 5, (), (1,), (1, "b"), {"k": 3}, 2.5, None, (2, 7), True, 1 << 70]:
        print(repr(template), given if given != {"k": 3} else "k", attempt(lambda: template % given))
print("{} {}".format(1, "a"), "{1} {0}".format(1, 2), "{a} {a!r:>5}".format(a="x"), attempt(lambda: "{}".format()),
      attempt(lambda: "{a}".format(b=1)), "{0[1]} {1.real}".format([5, 6], 7), "{:{}}|".format("a", 4), "{{}}".format())
