# area: types
# prio: P1
# checks: ** and pow() with every mix of signs and kinds
for source in r"""2 ** -1, (-2) ** 3, (-2) ** -3, 0 ** 0, 2 ** 0.5, (-8) ** (1/3) == (1+1.7320508075688772j)
0 ** -1
0.0 ** -1
pow(2, 10, 1000), pow(-2, 3, 5), pow(2, -1, 7), pow(3, 0, 1), pow(2, 5, -7)
pow(2, -1, 4)
pow(2, 3, 0)
pow(2.0, 3, 5)
pow(2, 3, 5.0)
pow("a", 2)
pow(2, "a")
pow(2, 3, "a")
pow(base=2, exp=3), pow(2, exp=3, mod=5)
pow(2)
pow(2, 3, 4, 5)
10 ** 30 % 7, pow(10, 300, 10**9 + 7)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
