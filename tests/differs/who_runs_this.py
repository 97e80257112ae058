# differs: Hoopsnake says who it is.
# cpython: `sys.implementation.name` is `cpython`.
# here: it is `hoopsnake`; `sys.version_info` is that of the language.
# why: programs that need CPython's insides ask there.
# instead: ask for a feature, not for a name.
import sys

print(sys.implementation.name)
print(sys.version_info[:2] >= (3, 11))
