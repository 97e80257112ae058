# area: language
# prio: P0
# checks: precedence and associativity of all binary operators
print(2 + 3 * 4 ** 2 // 5 % 7 - 1)
print(2 ** 3 ** 2, (2 ** 3) ** 2, 10 - 4 - 3, 100 // 7 // 2, 7 / 2 * 2)
print(1 | 2 ^ 3 & 4 << 1, 1 << 2 + 1, ~1 + 2, -3 % 5, -3 // 2)
print(not 1 == 1, 1 in [1] == True, 5 & 3 == 3)
print(1 < 2 and 2 < 3 or 0, True if 0 else False if 1 else None)
print([*range(3)][-1], "a" "b" * 2, -1 .__abs__())
