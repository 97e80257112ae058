# area: types
# prio: P0
# checks: repr of text: quotes, escapes, unprintable and wide characters
for s in ("plain", "it's", 'say "hi"', "it's \"both\"", "tab\tnl\nnul\0", "\x7f\x80\xa0\xad", "é☃😀", "\u2028\u200b", "\\", ""):
    print(ascii(s), end=" ")
    print(repr(s))
