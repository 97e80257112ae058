# area: programs
# prio: P1
# checks: word counts, wrapped columns, tables, histograms, roman numerals, ciphers
import itertools
import re
import string
import textwrap
from collections import Counter
from functools import cache, partial, reduce

TEXT = """\
It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of
incredulity, it was the season of Light, it was the season of Darkness, it was
the spring of hope, it was the winter of despair.

  We had everything before us -- we had nothing before us; we were all going direct
to Heaven, we were all going direct the other way: naïve café-goers, e.g. O'Brien.
"""

words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", TEXT)
counts = Counter(map(str.lower, words))
print(len(words), len(counts), counts.most_common(5), sum(counts.values()) == counts.total())
width = max(map(len, counts))
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:6]:
    print(f"{word:>{width}} {'#' * n:<12}{n:4d} {n / len(words):7.2%}")
paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", TEXT)]
for p in paragraphs:
    print(textwrap.fill(p, 44, initial_indent="  * ", subsequent_indent="    "))
    print(textwrap.shorten(p, 40, placeholder=" [...]"))


def columns(text, n, width, gap=2):
    lines = textwrap.wrap(text, width)
    height = -(-len(lines) // n)
    parts = [lines[i * height:(i + 1) * height] for i in range(n)]
    for row in itertools.zip_longest(*parts, fillvalue=""):
        yield (" " * gap).join(cell.ljust(width) for cell in row).rstrip()


print(*columns(paragraphs[0], 3, 20), sep="\n")


def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line
    gaps, space = len(words) - 1, width - sum(map(len, words))
    return "".join(w + " " * (space // gaps + (i < space % gaps)) for i, w in enumerate(words[:-1])) + words[-1]


print(*(justify(line, 36) + "|" for line in textwrap.wrap(paragraphs[1], 36)), sep="\n")


def table(rows, aligns):
    rows = [[str(c) for c in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows)]
    rule = "+".join("-" * (w + 2) for w in widths).join("++")
    yield rule
    for number, row in enumerate(rows):
        yield "|" + "|".join(f" {cell:{align}{w}} " for cell, align, w in zip(row, aligns, widths, strict=True)) + "|"
        if number == 0:
            yield rule
    yield rule


print(*table([("name", "price", "qty"), ("tea", 3.5, 10), ("coffee", 12.25, 2), ("日本", -1, 1e6)], "<>^"), sep="\n")
try:
    print(*table([("a", "b")], "<"), sep="\n")
except ValueError as e:
    print(e)


@cache
def roman(n):
    for value, digits in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        if n >= value:
            return digits + roman(n - value)
    return ""


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], roman.cache_info().hits > 0)
rot = lambda k: str.maketrans(string.ascii_letters, "".join(a[k:] + a[:k] for a in (string.ascii_lowercase, string.ascii_uppercase)))
secret = "Hello, World!".translate(rot(13))
print(secret, secret.translate(rot(13)), secret.translate(rot(-13 % 26)))
morse = dict(zip(string.ascii_uppercase, ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split()))
encoded = " ".join(morse.get(c, "/") for c in "SOS HELP")
print(encoded, "".join({v: k for k, v in morse.items()}.get(c, " ") for c in encoded.split()))
rle = lambda s: "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(s))
print(reduce(lambda s, _: rle(s), range(6), "1"), rle("aaabccd"))
pipeline = [str.strip, str.title, partial(re.sub, r"\s+", " "), lambda s: s.replace("Of", "of"), "«{}»".format]
print(reduce(lambda value, step: step(value), pipeline, "  the lord   of\tthe  rings "))
print(sorted(set(TEXT) - set(string.printable)), TEXT.count("it was"), TEXT.splitlines()[4:5], TEXT.casefold().find("heaven"), max(words, key=len), min(words, key=lambda w: (len(w), w)))
anagrams = {}
for word in "listen silent enlist google elgoog abc cab bca zzz".split():
    anagrams.setdefault("".join(sorted(word)), []).append(word)
print([group for group in anagrams.values() if len(group) > 1], *(f"{'even' if n % 2 == 0 else 'odd':>5}{n:^5}{n:<5b}|{n:#06x}|{n:e}" for n in (1, 10, 255)), sep="\n")
print(string.Template("$who owes ${amount}€, $$ $unknown").safe_substitute(who="Bob", amount=f"{1234567.891:,.2f}"), "%-10s|%+06.1f|%5.1e" % ("left", 3.14159, 12345.678), "{:>{w}}|{:*^{w}}|{!r:<{w}}".format("a", "b", "c", w=7))
