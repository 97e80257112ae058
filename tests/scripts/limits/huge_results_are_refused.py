# area: limits
# prio: P0
# checks: results too large for memory raise MemoryError or OverflowError
for f in (lambda: "x" * 10 ** 18, lambda: [0] * 10 ** 18, lambda: b"x" * 2 ** 62, lambda: (1,) * 2 ** 62, lambda: 1 << 2 ** 62, lambda: "ab" * 2 ** 63, lambda: [1] * 2 ** 64, lambda: bytes(2 ** 62), lambda: list(range(2 ** 62))):
    try:
        f()
        print("no error")
    except (MemoryError, OverflowError):
        print("refused")
print(len("x" * 10 ** 6), len([0] * 10 ** 6))
