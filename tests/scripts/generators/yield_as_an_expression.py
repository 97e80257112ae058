# area: generators
# prio: P0
# checks: yield in calls, assignments, tuples, conditions and comprehension sources
def g():
    x = [(yield 1), (yield 2)]
    print(x)
    y = (yield), (yield 3)
    print(y)
    if (yield "cond"):
        print("true branch")
    print(f"{(yield 'f')!r}", (yield "arg"))
    z = yield 1, 2
    return [z for _ in range((yield "range"))]


it = g()
out = [next(it)]
try:
    for v in "abcdefghi":
        out.append(it.send(2 if out[-1] == "range" else v))
except StopIteration as e:
    print(out, e.value)
