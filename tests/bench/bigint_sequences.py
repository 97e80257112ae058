# group: bigint
def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def factorial(n):
    x = 1
    for i in range(2, n + 1):
        x *= i
    return x


def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) >> 1
        if y >= x:
            return x
        x = y


total = 0
for r in range(120):
    total += len(str(fib(3000 + r))) + len(str(factorial(500 + r)))
    total += isqrt(10 ** (400 + r)) % 1_000_007 + sum(map(int, str(2 ** (2000 + r))))
    total += int(str(factorial(200 + r))) % 998_244_353
print(total)
