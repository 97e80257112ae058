# area: types
# prio: P0
# checks: int() of strings in every base, with spaces, signs and underscores, and its error words
print(int("42"), int("  -7\n"), int("+1_000"), int("ff", 16), int("0xFF", 16), int("0b101", 0), int("z", 36), int("-0o17", 8))
print(int("9" * 30), int(3.99), int(-3.99), int(True), int(), int("0"), int("٣"), int(b"12"), int(1e20))
for args in (("",), ("abc",), ("1.5",), ("12", 2), ("1__0",), ("0x",), (None,), ([],), ("5", 1), (float("nan"),), (float("inf"),)):
    try:
        print(int(*args))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
