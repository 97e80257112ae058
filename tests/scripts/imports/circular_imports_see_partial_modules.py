# area: imports
# prio: P0
# checks: two modules that import each other
from helpers import circular_a, circular_b

print(circular_a.ask(), circular_b.ask())
