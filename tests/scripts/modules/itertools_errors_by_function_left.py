# area: modules
# prio: P1
# checks: (still different) itertools with wrong arguments
import itertools
from itertools import *
for source in r'''zip_longest([1], fill=2)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
