# area: modules
# prio: P1
# checks: wrap, fill, shorten, dedent and indent

import textwrap

text = "The quick brown fox jumped over the lazy dog, and then it ran away-from-here very quickly."
for width in [20, 35, 10]:
    for line in textwrap.wrap(text, width):
        print(f"|{line}|")
    print("--")
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.shorten(text, 30, placeholder="..."), textwrap.shorten("short", 30), textwrap.shorten("two  spaces\nhere", 40))
print(repr(textwrap.dedent("""
    first
      second

    third
    """)), repr(textwrap.dedent("\ta\n\t\tb")), repr(textwrap.dedent("a\n b")), repr(textwrap.dedent("  x\n y")))
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "+ ", lambda line: True))
print(textwrap.wrap("averyveryverylongword and more", 8), textwrap.wrap("averyveryverylongword x", 8, break_long_words=False), textwrap.wrap("a-b-c-d-e", 4, break_on_hyphens=False), textwrap.wrap(""), textwrap.wrap("   "))
print(textwrap.wrap("a\tb\nc  d", 50), textwrap.wrap("one two three four", 9, max_lines=2), textwrap.wrap("one two three four", 9, max_lines=1, placeholder=" ~"), textwrap.wrap("keep  two", 50, drop_whitespace=False))
w = textwrap.TextWrapper(width=15, initial_indent="- ", fix_sentence_endings=True)
print(w.wrap("Hello there. Next one. End"), w.fill("x y z"), w.width)
try:
    textwrap.wrap("a", 0)
except ValueError as error:
    print(error)
