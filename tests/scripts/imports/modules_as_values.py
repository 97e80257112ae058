# area: imports
# prio: P1
# checks: modules are objects: attributes, names, import by function and errors

import math
import math as again
import collections.abc
from collections import OrderedDict as OD, abc
import sys


def local():
    import string as s
    from functools import reduce
    return s.digits, reduce(max, [1, 3, 2]), "s" in globals()


print(math is again, math is sys.modules["math"], collections.abc is abc, OD.__name__, local(), type(math).__name__, math.__name__)
math.extra = 5
print(again.extra, hasattr(math, "pi"), "extra" in vars(math), __import__("math") is math, __import__("collections.abc").__name__)
del math.extra
for source in ["import nowhere", "from math import nothing", "import math.sub", "from nowhere.deep import x", "from . import x", "from math import (sin, cos,)", "from math import *; tau"]:
    try:
        exec(source, {"__name__": "__main__"})
        print(source, "worked")
    except ImportError as error:
        print(source, "|", type(error).__name__, error.name)
