# area: types
# prio: P1
# checks: + * in comparisons and subscripts of lists with other kinds
for source in r'''[1] + [2], [1] * 2, 2 * [1], [1] * -1, [1] == [1], [1] < [1, 0], [2] > [1, 5], [] < [0], [1, 2] == (1, 2), [[1]] * 2
[1] + (2,)
[1] + 5
[1] * 1.5
[1] * [1]
[1] - [1]
[1] < (1,)
[1] < 5
[1, "a"] < [1, 2]
[1][1]
[1]["a"]
[1][1.0]
[1][None]
[1][1, 2]
[1, 2, 3][::0]
[1] * 10**30
hash([])
{[]: 1}
[1]()
[1].foo
-[1]
[1, 2, 3][True], [1, 2, 3][-2:], [1, 2, 3][5:], [1, 2, 3][::-2], [1, 2, 3][-10:10]
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
