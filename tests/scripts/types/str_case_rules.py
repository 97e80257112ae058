# area: types
# prio: P1
# checks: upper, lower, title, capitalize, swapcase, casefold beyond ASCII
for source in r""""straße".upper(), "ﬁx".upper(), "ǆ".upper(), "ǆ".title(), "ŉ".upper(), "İ".lower(), "İ".lower().encode("utf-8"), "ΑΣ".lower(), "Σ".lower(), "ΑΣ Σ".lower(), "aΣb".lower()
"hello wORLD's 3rd".title(), "ab-cd_ef".title(), "ǆabc".capitalize(), "éCOLE".capitalize(), "ﬁne".capitalize(), "ßa".capitalize(), "ßA".swapcase(), "aBÇd".swapcase()
"Straße".casefold(), "ΑΣ".casefold(), "ſ".casefold(), "ẞ".lower(), "ẞ".casefold(), "ﬀ".casefold()
"ᾳ".upper(), "ᾳ".title(), "ΐ".upper(), "ա".upper(), "Ꭰ".lower(), "ა".upper(), "ⅷ".upper(), "ⓐ".upper(), "𐐨".upper()
"abc".upper(1)
"1a2B".swapcase(), "".title(), "x1y".title(), "они".title(), "l'été".title()
b"aBc\xe9".upper(), b"aBc\xe9".lower(), b"ab cd1ef".title(), b"aBC".capitalize(), b"aB".swapcase()""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
