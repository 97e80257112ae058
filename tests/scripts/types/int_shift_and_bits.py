# area: types
# prio: P1
# checks: shifts, bit_length, bit_count, and their errors
for source in r"""1 << 70 >> 69, -5 >> 1, -1 >> 100, 0 << 10**20
1 << -1
1 >> -1
1 << 2.0
"a" << 1
(0).bit_length(), (-255).bit_length(), (2**100).bit_length(), (-7).bit_count()
5 & -2, 5 | -8, -6 ^ 3, ~7, ~-1
5 & 2.0
2**100 & -2**64, -2**100 | 1, (2**100) ^ -1
True & 1, True & True, True | 2, True ^ True, ~True""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
