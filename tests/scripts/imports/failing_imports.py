# area: imports
# prio: P0
# checks: a module that raises, one with wrong syntax, one that is missing; each import tries again
import sys

for _ in range(2):
    try:
        from helpers import fails
    except ValueError as e:
        print(e, "helpers.fails" in sys.modules)
try:
    import helpers.wrong_syntax
except SyntaxError as e:
    print(type(e).__name__, e.lineno)
for name in ("missing_module", "helpers.missing", "helpers.plain.part", "missing_package.part"):
    try:
        __import__(name)
    except ModuleNotFoundError as e:
        print(e, "|", e.name)
try:
    from helpers.limited import nothing
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    from . import sibling
except ImportError as e:
    print(e)
