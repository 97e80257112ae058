# area: language
# prio: P1
# checks: text made by joins, formats, slices and characters

def caesar(text, n):
    return "".join(chr((ord(c) - base + n) % 26 + base) if c.isalpha() and (base := ord("a" if c.islower() else "A")) else c for c in text)


def rle(text):
    out, last, count = "", "", 0
    for c in text + "\0":
        if c == last:
            count += 1
            continue
        out += f"{count if count > 1 else ''}{last}"
        last, count = c, 1
    return out


def roman(n):
    out = ""
    for value, sign in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        times, n = divmod(n, value)
        out += sign * times
    return out


def table(rows):
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "\n".join(" | ".join(cell.ljust(w) for cell, w in zip(row, widths)).rstrip() for row in rows)


print(caesar("Hello, Zebra!", 3), caesar(caesar("abc xyz", 5), -5), rle("aaabccd"), [roman(n) for n in (4, 1994, 2026, 3999)])
print(table([("name", "n"), ("long one", "1"), ("x", "200")]))
print(" ".join(w[::-1] for w in "olleh dlrow".split()), "".join(sorted(set("mississippi"))), "level" == "level"[::-1], "-".join(map(str, range(5))))
print(sorted("banana bread".split(), key=lambda w: (-len(w), w)), "snake_case_name".title().replace("_", ""), "".join("_" + c.lower() if c.isupper() else c for c in "camelCaseName"))
