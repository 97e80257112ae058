# area: types
# prio: P1
# checks: int() of text: blanks, underscores, bases, and what it refuses
for source in r"""int(" 42 "), int("-0"), int("+7"), int("1_000"), int("٣")
int("")
int("1__0")
int("_1")
int("1_")
int("0x1f", 16), int("0b11", 0), int("0o17", 0), int("z", 36)
int("010", 0)
int("9", 8)
int("1", 1)
int("1", 37)
int("1", -1)
int(1.5, 10)
int("12", base="x")
int(b"12"), int(bytearray(b"7")), int(b"ff", 16)
int(b"1x")
int("1\x00")
int([])
int(None)
int(1, 2, 3)
int(x=1)
int(base=10)
int("1", bas=2)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
