# area: modules
# prio: P1
# checks: (still different) math functions with wrong kinds and domains
import math
for source in r'''math.log(8, 2), math.log(10**400), math.log2(2**1000), math.log10(10**300), math.exp(0), math.cbrt(27), math.exp2(3)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
