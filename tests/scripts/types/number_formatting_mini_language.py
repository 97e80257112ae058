# area: types
# prio: P0
# checks: format() of ints and floats with every option
for spec in ("d", "5d", "<5d", "^5d", "05d", "+d", " d", "x", "X", "#x", "o", "b", "#010b", ",", "_", "_b", "c", "e", ".2e", "f", ".0f", "g", "%", "n", "*^9", "=+6"):
    print(spec, "|" + format(77, spec) + "|")
for spec in ("", "f", ".1f", ".0f", "#.0f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", "10.2f", "<10.2f", "+.2f", "010.2f", ",.2f", "_.1f", "*^12.1f"):
    print(spec, "|" + format(1234.5678, spec) + "|", format(-0.00012, spec))
