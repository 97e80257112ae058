# area: modules
# prio: P0
# checks: sys: argv, version_info, maxsize, modules, exc_info, stdout, intern, byteorder
import sys

print(len(sys.argv), sys.argv[0].endswith("sys_attributes.py"), sys.version_info >= (3, 11), sys.version_info[0], sys.maxsize == 2 ** 63 - 1, sys.byteorder, "sys" in sys.modules, sys.modules["sys"] is sys, isinstance(sys.path, list), isinstance(sys.platform, str))
sys.stdout.write("written\n")
sys.stdout.flush()
print(sys.exc_info(), isinstance(sys.getrecursionlimit(), int), sys.intern("a") == "a", sys.getsizeof([]) > 0, sys.getrefcount(object()) >= 1, sys.float_info.max, sys.float_info.epsilon, sys.maxunicode)
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exc_info()[0] is ZeroDivisionError, sys.exc_info()[1] is e)
