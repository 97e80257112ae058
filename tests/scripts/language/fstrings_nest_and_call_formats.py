# area: language
# prio: P1
# checks: f-strings within f-strings, conversions, self-documenting text and __format__

class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        return f"<{spec}|{self.amount}>"

    def __repr__(self):
        return f"Money({self.amount!r})"


m, width, names = Money(5), 10, ["ann", "bob"]
print(f"{m}", f"{m:eur}", f"{m!r:>{width}}", f"{m!s:*^{width + 2}}")
print(f"""{f'{f"{1 + 1}"}'}""", f"{f'{width}'}")
print(f"{', '.join(f'{n:<5}' for n in names)}|")
print(f"{width=} {width + 1 = } {m=} {width=:>5} {names[0]=!s}")
print(f"{{}} {{{width}}} {{{{}}}}")
print(f"{'a' 'b'}" f"{1}" "c{}" rf"\d{width}")
print(f"{width:{'>'}{width}}|{3.14159:{width}.{3}f}|{255:#0{width}x}")
print(f"{(lambda x: x * 2)(4)} {[i for i in range(3)]} { {'k': 1}['k'] } {width if width else 0}")
print(f"""{
    width
    + 1
} lines""")
print(f"{'é'!a} {'q'!r} {None} {True:d} {1_000_000:,} {1e10:g} {0.5:%}")
print(f"{names!r:.6}", f"{'x':{''}}", f"{1:{''}>{4}}", f"{-5:=+6d}")
print(f"{1 != 2} {1 == 1} {(a := 5)} {a:=5}")
for bad in [lambda: f"{m!r:d}", lambda: f"{names:5}", lambda: f"{1.5:d}", lambda: f"{1:{'q'}}"]:
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
