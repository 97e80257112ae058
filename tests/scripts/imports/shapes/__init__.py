"""A package: its body runs first, its modules on demand."""
print("shapes init")
from .square import Square
from . import deep

KINDS = ["square", "circle"]
