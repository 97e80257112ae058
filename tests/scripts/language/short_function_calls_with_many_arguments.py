# area: language
# prio: P1
# checks: calls with dozens of arguments and parameters
def f(a, b, c, d, e, f_, g, h, i, j, k, l, m, n, o, p, q, r, s, t=20, *rest, u=21, **kw):
    return [a, b, c, d, e, f_, g, h, i, j, k, l, m, n, o, p, q, r, s, t], rest, u, kw


print(f(*range(1, 20)))
print(f(*range(300))[1][-1], len(f(*range(300))[1]))
print(sorted(f(*range(19), **{f"k{i}": i for i in range(30)})[3])[:4])
print(max(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20))
