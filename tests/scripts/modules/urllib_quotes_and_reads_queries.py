# area: modules
# prio: P1
# checks: quote, unquote, urlencode, parse_qs and parse_qsl
from urllib.parse import (parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus,
                          unquote_to_bytes, urlencode)

for s in ["a b/c?d=e&f", "äöü €", "~_-.", "a+b", "%41", "\x00\x7f", ""]:
    print(quote(s), quote(s, safe=""), quote_plus(s), quote_plus(s, "+ "), quote(s.encode()), quote(s, "ä/€"))
    print(quote(s, safe=b"/ \xff"), quote_from_bytes(s.encode()), quote(s, encoding="latin-1", errors="replace"))
for s in ["%41%42", "%zz%4", "a%20b+c", "%C3%A4", "%FF", "ä%C3%A4€%E2%82%AC", "none", "%", "%%41", "%e2%82"]:
    print(unquote(s), unquote_plus(s), unquote_to_bytes(s), repr(unquote(s, "latin-1")), unquote(s, errors="ignore"))
    print(unquote(s.encode()))
print(urlencode({"a": 1, "b": "x y", "c": "ä&"}), urlencode({"a": [1, 2]}), urlencode({b"k": b"v w"}))
print(urlencode([("a", [1, 2]), ("b", "xy"), ("c", (b"1", "z"))], True), urlencode({"n": None, "f": 1.5}, doseq=True))
print(urlencode({"a b": "c d"}, quote_via=quote), urlencode({"a": "/"}, safe="/"), repr(urlencode({})))
for q in ["a=1&b=2&a=3", "a=&b", "a=%20x+y", "a;b=1", "=v", "a==b", "&&a=1&", "k=%C3%A4", ""]:
    print(parse_qs(q), parse_qsl(q), parse_qs(q, keep_blank_values=True), parse_qsl(q, separator=";"))
print(parse_qsl(b"a=1&b=%20x"), parse_qs(b"a=1&b=2"))
for wrong in (
    lambda: quote(b"a", encoding="x"),
    lambda: quote_from_bytes("x"),
    lambda: urlencode("abc"),
    lambda: urlencode([1]),
    lambda: parse_qsl("a", separator=""),
    lambda: parse_qsl("a&b", max_num_fields=1),
    lambda: parse_qsl("a&b", strict_parsing=True),
):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
