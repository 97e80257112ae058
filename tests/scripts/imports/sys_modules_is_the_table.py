# area: imports
# prio: P1
# checks: sys.modules answers first; removing an entry imports again; modules can be put there
import sys
import helpers.plain

sys.modules["invented"] = helpers.plain
import invented

print(invented is helpers.plain, "helpers" in sys.modules)
del sys.modules["helpers.plain"]
from helpers import plain as same
import helpers.plain as fresh

print(same is fresh, fresh is invented)
import importlib

print(importlib.import_module("helpers.limited").shown)
