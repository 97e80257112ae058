# area: types
# prio: P0
# checks: isdigit, isalpha, isspace and the other tests
for s in ("abc", "ABC", "123", "a1", " \t", "", "Abc Def", "²", "½", "é", "_x", "1x", "for", "\n", "٣", "ABC1"):
    print(repr(s), *[int(getattr(s, "is" + m)()) for m in ("alpha", "digit", "alnum", "space", "upper", "lower", "title", "decimal", "numeric", "identifier", "printable", "ascii")])
