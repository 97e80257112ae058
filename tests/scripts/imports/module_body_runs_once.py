# area: imports
# prio: P0
# checks: a module beside the script runs at its first import only and keeps its state
from helpers import plain
import helpers.plain as again
from helpers.plain import value, bump

print(plain is again, value, bump(), bump(), value, plain.value, plain.__name__, plain.where(), plain.__doc__)
plain.value = 100
print(again.bump())
