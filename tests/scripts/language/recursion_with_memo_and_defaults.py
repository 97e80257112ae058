# area: language
# prio: P1
# checks: recursive functions with memo dictionaries, accumulators and several bases

def paths(r, c, memo={}):
    if r == 0 or c == 0:
        return 1
    if (r, c) not in memo:
        memo[r, c] = paths(r - 1, c) + paths(r, c - 1)
    return memo[r, c]


def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else [*hanoi(n - 1, a, c, b), a + c, *hanoi(n - 1, b, a, c)]


def flatten(x, out=None):
    out = [] if out is None else out
    for item in x:
        flatten(item, out) if isinstance(item, (list, tuple)) else out.append(item)
    return out


def permutations(s):
    return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in permutations(s[:i] + s[i + 1:])]


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def change(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return change(amount - coins[0], coins) + change(amount, coins[1:])


def power(base, n):
    if n == 0:
        return 1
    half = power(base, n // 2)
    return half * half * (base if n % 2 else 1)


even = lambda n: n == 0 or odd(n - 1)
odd = lambda n: n != 0 and even(n - 1)
print(paths(16, 16), hanoi(3), flatten([1, [2, (3, [4])], []]), permutations("abc"), ackermann(2, 3), change(50, (25, 10, 5, 1)), power(3, 50) == 3**50, even(100), odd(7))
