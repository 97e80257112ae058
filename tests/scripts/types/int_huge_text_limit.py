# area: types
# prio: P1
# checks: numbers of too many digits do not become text by accident
for source in r"""len(str(10 ** 4299))
str(10 ** 4300)
int("1" * 4301)
len("%x" % 10 ** 5000)
int("0x" + "f" * 5000, 16).bit_length()
"%d" % 10 ** 4300
f"{10 ** 5000}"
repr(-10 ** 4300)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
import sys
print(sys.get_int_max_str_digits(), sys.int_info.str_digits_check_threshold)
sys.set_int_max_str_digits(0)
print(len(str(10 ** 5000)))
for source in r"""sys.set_int_max_str_digits(100)
sys.set_int_max_str_digits("x")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
