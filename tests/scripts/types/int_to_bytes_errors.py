# area: types
# prio: P1
# checks: to_bytes and from_bytes: lengths, orders, signs
for source in r"""(258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True)
(258).to_bytes(1, "big")
(-1).to_bytes(2, "big")
(1).to_bytes(-1, "big")
(1).to_bytes(2, "middle")
(1).to_bytes(), (0).to_bytes(0, "big")
(128).to_bytes(1, "big", signed=True)
(-128).to_bytes(1, "big", signed=True)
(1).to_bytes("x", "big")
int.from_bytes(b"\xff\x00", "big"), int.from_bytes(b"\xff\x00", "little"), int.from_bytes(b"\xff", "big", signed=True)
int.from_bytes([1, 2, 3]), int.from_bytes(b"")
int.from_bytes([256], "big")
int.from_bytes("ab", "big")
int.from_bytes(5, "big")
int.from_bytes(b"a", "up")
bool.from_bytes(b"\x01", "big")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
