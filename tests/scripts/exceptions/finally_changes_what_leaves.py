# area: exceptions
# prio: P1
# checks: return, break and raise in finally replace what was under way

def swallow():
    try:
        raise ValueError
    finally:
        return "swallowed"


def replace():
    try:
        return "first"
    finally:
        return "second"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def in_loop():
    out = []
    for n in range(3):
        try:
            if n == 1:
                raise KeyError(n)
            out.append(n)
        finally:
            if n == 1:
                continue
    return out


def broken():
    while True:
        try:
            return "never"
        finally:
            break
    return "after the loop"


def other():
    try:
        raise ValueError("old")
    finally:
        raise KeyError("new")


print(swallow(), replace(), value_kept(), in_loop(), broken())
try:
    other()
except KeyError as error:
    print(error, repr(error.__context__))
