print("a begins")
from helpers import circular_b

name = "a"


def ask():
    return circular_b.name
