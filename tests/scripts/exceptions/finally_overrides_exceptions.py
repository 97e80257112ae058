# area: exceptions
# prio: P0
# checks: a finally that raises, returns or breaks replaces what was on its way
def returns():
    try:
        raise ValueError("lost")
    finally:
        return "returned"


def raises():
    try:
        return "lost"
    finally:
        raise KeyError("replaces return")


print(returns())
try:
    raises()
except KeyError as e:
    print(e, e.__context__)
for i in range(2):
    try:
        raise ValueError("swallowed by continue")
    finally:
        print("loop", i)
        continue


def nested():
    try:
        try:
            return 1
        finally:
            print("inner")
    finally:
        print("outer")


print(nested())
