# area: language
# prio: P1
# checks: return, break, continue and raise in finally, and what wins
def a():
    try: return "try"
    finally: return "finally"
def b():
    try: raise ValueError("lost")
    finally: return "swallowed"
def c():
    for i in range(3):
        try: return i
        finally: continue
    return "end"
def d():
    while True:
        try: raise KeyError
        finally: break
    return "broke"
def e():
    x = 1
    try: return x
    finally: x = 2
def f():
    l = []
    try: return l
    finally: l.append(1)
def g():
    try:
        try: raise ValueError("first")
        finally: raise KeyError("second")
    except KeyError as error: return repr(error), repr(error.__context__)
def h():
    try: pass
    except ValueError: return "except"
    else: return "else"
    finally: print("h finally")
def i():
    try:
        return [print("value"), 1][1]
    finally:
        print("after value")
def j():
    for x in "ab":
        try:
            if x == "a": continue
            break
        finally: print("leaving", x)
    else: print("no")
    return x
def k():
    try: 1 / 0
    except ZeroDivisionError as error: saved = error
    try: error
    except NameError as n: return type(n).__name__, str(n), str(saved)
for function in (a, b, c, d, e, f, g, h, i, j, k):
    print(function.__name__, function())
