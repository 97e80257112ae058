# group: integer_loops
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def run(n):
    total = 0
    for a in range(1, n):
        for b in range(1, n):
            total += gcd(a, b)
    return total


print(run(1200))
