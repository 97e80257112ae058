# area: builtins
# prio: P1
# checks: format specs of int, float and str, right and wrong, one by one
specs = ["", "5", "<5", ">5", "^5", "=5", "*^7", "05", "+", "-", " ", "+5", "x", "X", "#x", "o", "b", "#b", "c", "d", "n", "e", ".2e", "f", ".1f", "g", ".3g", "%", ".1%", ",", "_", ",d", "_x", ",x", "_b", ",.2f", "_.2f", "s", ".2", ".2s", "10.3", "z", "z.1f", "#", "#.0f", "08.2f", "<05", "é>4", "q", "5x5", ".", "5.", ".x", ",,", "_,", "+-", "1000000000000000000000", "=", "==6", "{<4", "}<4", "0", "00", "010", "+08,.1f", "#010x", "-_", "E", "G", "F", "#g", ".0%", "ss", " ,"]
for value in (5, -1234567, 3.5, -0.04, "ab", True, float("nan"), 10**20):
    line = []
    for spec in specs:
        try:
            line.append(repr(format(value, spec)))
        except (ValueError, OverflowError) as e:
            line.append(str(e))
    print(repr(value), *line, sep="\n  ")
