"""Writes unicode_table.rs from the Unicode data of the Python that runs it.

Use: /usr/bin/python3 src/text/unicode_table.py > src/text/unicode_table.rs
"""
import unicodedata

FLAGS = [
    ("ALPHA", lambda c: c.isalpha()),
    ("DECIMAL", lambda c: c.isdecimal()),
    ("DIGIT", lambda c: c.isdigit()),
    ("NUMERIC", lambda c: c.isnumeric()),
    ("SPACE", lambda c: c.isspace()),
    ("UPPER", lambda c: c.isupper()),
    ("LOWER", lambda c: c.islower()),
    ("TITLE", lambda c: unicodedata.category(c) == "Lt"),
    ("PRINTABLE", lambda c: c.isprintable()),
    ("ID_START", lambda c: c.isidentifier()),
    ("ID_CONTINUE", lambda c: ("a" + c).isidentifier()),
]


def rows(items, per):
    return "\n".join("    " + ", ".join(items[i:i + per]) + "," for i in range(0, len(items), per))


def text(value):
    return '"' + "".join(c if c.isascii() else "\\u{%x}" % ord(c) for c in value) + '"'


runs, before = [], None
for code in range(0x110000):
    char = chr(code)
    bits = sum(1 << i for i, (_, test) in enumerate(FLAGS) if test(char))
    if bits != before:
        runs.append("0x%08x" % (code << 11 | bits))
        before = bits
chars = [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000]
folds = ["(0x%x, %s)" % (ord(c), text(c.casefold())) for c in chars
         if c.casefold() != c.lower() and not (0x13A0 <= ord(c) <= 0x13F5 or 0xAB70 <= ord(c) <= 0xABBF)]
titles = ["(0x%x, %s)" % (ord(c), text(c.title())) for c in chars
          if c.title() != c.upper() and not (0x10D0 <= ord(c) <= 0x10FF)]
print(f"""//! Character classes as CPython sees them, from Unicode {unicodedata.unidata_version}.
//!
//! Written by `unicode_table.py` in this folder; change that, not this.
""")
for i, (name, _) in enumerate(FLAGS):
    if name == "SPACE":  # The product asks Rust; a test compares.
        print("#[cfg(test)]")
    print(f"pub(super) const {name}: u32 = 1 << {i};")
print(f"""
/// Runs of code points of one class: the first code point in the upper 21 bits, the class's
/// flags in the lower 11. Each run ends where the next begins.
#[rustfmt::skip]
pub(super) static RUNS: [u32; {len(runs)}] = [
{rows(runs, 12)}
];

/// Case folding where it is not the lowercase mapping; Cherokee (a plain shift) is left out.
#[rustfmt::skip]
pub(super) static FOLD: [(u32, &str); {len(folds)}] = [
{rows(folds, 6)}
];

/// Title case where it is not the uppercase mapping; Georgian (unchanged) is left out.
#[rustfmt::skip]
pub(super) static TITLECASE: [(u32, &str); {len(titles)}] = [
{rows(titles, 6)}
];""")
