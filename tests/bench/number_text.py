# group: strings
def run(n):
    total = 0
    for i in range(n):
        s = str(i * 37)
        total += int(s) + int(s[::-1]) + len(repr(i / 8)) + int(float(s) * 0.5)
        total += len(hex(i)) + int("ff", 16) + len(bin(i & 255)) + sum(map(int, s))
        if s.isdigit() and s.zfill(9) < "000500000":
            total += len(f"{i:,}") + len(f"{i / 3:.2f}")
    return total


print(run(110_000))
