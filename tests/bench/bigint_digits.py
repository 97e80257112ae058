# group: bigint
def run(n):
    total = 0
    for i in range(n):
        p = 1
        for k in range(1, 60):
            p *= k
        s = str(p)
        total += sum(int(c) for c in s) + len(s)
        total += int(s[:40]) % 97 + (p >> 50) % 1000 + pow(7, p % 1000, 10**9 + 7)
        a, b = 0, 1
        while b < 10**40:
            a, b = b, a + b
        total += len(str(b)) + divmod(b, 12345678901234567890)[1] % 100
    return total
print(run(5000))
