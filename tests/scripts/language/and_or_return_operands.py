# area: language
# prio: P0
# checks: and, or and not: short circuit, and the operand itself is the result
def t(x):
    print("t", x)
    return x


print(t(0) or t("") or t([]))
print(t(1) and t("x") and t([2]))
print(t(0) and t(1))
print(t(3) or t(4))
print(not t(""), not t("a"))
print(1 or 2 and 3, (1 or 2) and 3, not 1 == 2)
print((0 or None) is None, (1 and None) is None)
