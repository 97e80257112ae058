# area: regressions
# prio: P0
# checks: a value that waits to be returned while finally breaks, continues, returns or raises
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V{self.n}"
    def __del__(self): print("del", self.n, end="; ")
def goes_on():
    for i in range(3):
        try: return V(i)
        finally: continue
    return "end"
def breaks():
    while True:
        try: return V(10)
        finally: break
    return "broke"
def replaces(v):
    try: return V(20)
    finally: return v
def raises():
    try:
        try: return V(30)
        finally: 1 / 0
    except ZeroDivisionError: return "raised"
def nested(n):
    for x in "ab":
        try:
            try: return V(n)
            finally:
                for y in "cd":
                    try: return V(n + 1)
                    finally:
                        if y == "c": continue
                        break
        finally:
            if x == "a": continue
            return x + y
def twice():
    for i in range(2):
        try:
            with open(__file__) as f: return f.readline(), V(50 + i)
        finally:
            if i == 0: continue
for f in (goes_on, breaks, lambda: replaces(V(21)), lambda: replaces(5), raises, lambda: nested(40), twice):
    print(f())
def generator():
    for i in range(2):
        try: return V(60 + i)
        finally:
            yield i
            if i == 0: continue
print(list(generator()))
print("over")
