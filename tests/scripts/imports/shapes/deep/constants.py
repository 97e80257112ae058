from .. import square as sibling
from ..square import Square as S

PI = 3
SAME = sibling.Square is S
