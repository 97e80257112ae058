# area: imports
# prio: P0
# checks: from module import * takes __all__, or what has no leading underscore
from helpers.limited import *
from helpers.plain import *

print(shown, also, value, callable(bump))
for name in ("unlisted", "_private", "_hidden"):
    print(name, name in globals())
