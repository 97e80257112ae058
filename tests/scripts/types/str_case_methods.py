# area: types
# prio: P0
# checks: upper, lower, title, capitalize, swapcase, casefold, also beyond ASCII
s = "hELLO wörld, it's 3rd"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), sep="|")
print("straße".upper(), "STRASSE".casefold() == "straße".casefold(), "ǆ".title() != "", "İ".lower() == "i̇", "ﬁ".upper(), "Σ".lower(), "ΑΣ".lower())
print("".upper(), "123".title(), "a1b2".title(), "они".capitalize())
