# area: types
# prio: P1
# checks: //, %, divmod and round of every sign, with zero
for source in r"""7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % -3, -7 % 3, divmod(-7, 2), divmod(7, -2)
10**30 // -7, 10**30 % -7, divmod(-10**30, 10**10)
1 // 0
1 % 0
1 / 0
divmod(1, 0)
1.0 // 0
1 % 0.0
divmod(1.5, 0)
round(15, -1), round(25, -1), round(-15, -1), round(12345, -3), round(5), round(5, 3), round(10**25 + 5, -1)
round(5, None), round(5, -10)
round(5, 1.5)
True // True, True / 2, True % 2""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
