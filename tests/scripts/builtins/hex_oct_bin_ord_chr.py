# area: builtins
# prio: P0
# checks: conversions between numbers, digits and characters
print(hex(0), hex(255), hex(-16), oct(8), oct(-1), bin(10), bin(-10), bin(0), hex(2 ** 64), bin(True))
print(ord("a"), ord("☃"), chr(97), chr(9731), chr(0x1F600), ord(b"x"), [chr(ord("a") + i) for i in range(5)], ascii("é☃a"), ascii(["ü"]))
for f in (lambda: hex(1.5), lambda: bin("1"), lambda: oct(None), lambda: chr("a"), lambda: chr(1.0)):
    try:
        f()
    except TypeError as e:
        print(e)
