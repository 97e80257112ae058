"""A plain module: runs once, keeps state."""
print("plain runs as", __name__.split(".")[-1])
value = 1
_hidden = "hidden"


def bump():
    global value
    value += 1
    return value


def where():
    return __name__
