# area: generators
# prio: P1
# checks: yield from gives the return value and walks trees

def leaf(name):
    got = yield name
    return (name, got)


def tree(node):
    if isinstance(node, list):
        results = []
        for child in node:
            results.append((yield from tree(child)))
        return results
    return (yield from leaf(node))


g = tree(["a", ["b", ["c"]], "d"])
out, value = [], None
try:
    while True:
        out.append(g.send(value))
        value = out[-1].upper()
except StopIteration as stop:
    print(out, stop.value)


def inorder(t):
    if t:
        yield from inorder(t[0])
        yield t[1]
        yield from inorder(t[2])


print(list(inorder((((None, 1, None), 2, None), 3, (None, 4, None)))))


def wrapped():
    result = yield from [1, 2]
    yield ("list gives", result)
    yield from "xy"
    yield from {}.items()
    return (yield from iter(()))


print(list(wrapped()))
