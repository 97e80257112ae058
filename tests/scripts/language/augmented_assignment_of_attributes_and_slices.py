# area: language
# prio: P1
# checks: the parts of an augmented target are evaluated once and in order

log = []


def say(name, value):
    log.append(name)
    return value


class Box:
    def __init__(self, value):
        self.__dict__["value"] = value

    def __getattribute__(self, name):
        if name == "value":
            log.append("get")
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        log.append("set")
        object.__setattr__(self, name, value)


box, items = Box(10), [1, 2, 3, 4]
say("box", box).value += say("right", 5)
print(box.__dict__, log)
log.clear()
say("list", items)[say("index", 1)] *= say("right", 3)
print(items, log)
items[1:3] += ["new"]
print(items)
items[::2] *= 1
print(items)
d = {"k": [1]}
alias = d["k"]
d["k"] += (2, 3)
print(d, alias is d["k"])
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)
x = 7
x //= 2; x **= 3; x %= 10; x <<= 4; x >>= 1; x |= 1; x &= 0b11111; x ^= 3
print(x)
y = 9
y /= 2
y -= 0.5
print(y)
s = {1, 2, 3}
s &= {2, 3, 4}; s |= {9}; s ^= {2}; s -= {3}
print(sorted(s))
try:
    undefined += 1
except NameError as error:
    print(error)
