# area: imports
# prio: P0
# checks: a package's __init__ runs first; from . and from .. find its parts
import shapes

print(shapes.Square(3).area(), shapes.KINDS, shapes.__name__, shapes.square.__name__, hasattr(shapes, "circle"))
from shapes.circle import Circle
from shapes.deep import constants

print(Circle(2).area(), Circle(2).box().area(), constants.SAME, hasattr(shapes, "circle"), shapes.deep.constants is constants, constants.__package__, shapes.__package__)
