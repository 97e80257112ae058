# area: language
# prio: P0
# checks: bool, int and float compare and hash alike
print(1 == 1.0 == True, 0 == False, hash(1) == hash(1.0) == hash(True), {1: "a", 1.0: "b", True: "c"})
print(True + True, True * 3, -True, ~False, True & False, True | 2, True ^ True, isinstance(True, int), True / 2)
print(10 ** 16 == 1e16, 10 ** 16 + 1 == 1e16, 2 ** 53 + 1 == float(2 ** 53), 1 < 1.5, 10 ** 30 > 1e29)
print(int(True), float(False), str(True), bool("False"), bool(0.0))
