# area: types
# prio: P0
# checks: ljust, rjust, center, zfill, expandtabs
print("ab".ljust(5) + "|", "ab".rjust(5) + "|", "ab".center(5) + "|", "abc".center(6, "*"), "ab".center(7, "-"), "abc".ljust(2), "☃".rjust(3, "."))
print("42".zfill(5), "-42".zfill(5), "+7".zfill(4), "abc".zfill(2), "".zfill(2))
print("a\tbc\td".expandtabs(4), "01\t012\t0123".expandtabs(), "\t".expandtabs(0) == "")
try:
    "a".center(5, "xy")
except TypeError as e:
    print(e)
