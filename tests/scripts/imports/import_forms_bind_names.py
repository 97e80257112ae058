# area: imports
# prio: P0
# checks: import a.b binds a, as binds the last, from binds the attribute
import shapes.deep.constants
import shapes.deep.constants as c
from shapes import deep as d, Square as Sq

print(shapes.deep.constants.PI, c.PI, d.constants is c, Sq(2).area())


def inside():
    from helpers.limited import shown as s
    import helpers.limited
    return s, helpers.limited.also


print(inside(), "helpers" in globals())
