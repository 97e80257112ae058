# area: generators
# prio: P0
# checks: send resumes with a value; a started generator only
def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


a = averager()
try:
    a.send(5)
except TypeError as e:
    print(e)
print(a.send(None), a.send(10), a.send(20), a.send(3))


def echo():
    while True:
        got = yield
        print("echo", got)
        if got == "stop":
            return "stopped"


e = echo()
next(e)
e.send("hi")
next(e)
try:
    e.send("stop")
except StopIteration as s:
    print(s.value)
