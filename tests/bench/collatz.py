# group: integer_loops
def longest(limit):
    best = steps = 0
    for start in range(1, limit):
        n, k = start, 0
        while n != 1:
            if n % 2:
                n = 3 * n + 1
            else:
                n //= 2
            k += 1
        if k > steps:
            best, steps = start, k
    return best, steps


print(longest(70_000))
