# area: types
# prio: P2
# checks: the order of displays of constants, printed and iterated over, with integers of any size
print({False, -7, -10000000000000000000000000, 2, 9})
print({-7, True, 6, 1000, -10000000000000000000000000})
print({-4485763430062210410544866574442495476863, 20, True, 9223372036854775807, 5})
print([x for x in {8, 1, 20, 9007199254740993, 3}])
for x in {8, 1, 20, 9007199254740993, 3}:
    print(x, end=' ')
print()
for x in {5, 3, 1}:
    print(x, end=' ')
print()
print(list({8, 1, 20, 9007199254740993, 3}), 20 in {8, 1, 20}, -2 ** 70 in {1, -1180591620717411303424})
print(-(-10000000000000000000000000), -(-(-9223372036854775808)), -(-9223372036854775808), --5, -(-(-(2 ** 70))))
