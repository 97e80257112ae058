# group: list_loops
def step(state):
    a, b, c = state
    return b, c, (a + b) % 1009


def run(n):
    state, best, total = (1, 2, 3), (0, 0), 0
    for i in range(n):
        state = step(state)
        x, *rest = state
        pair = (state[0], i)
        if pair > best:
            best = pair
        x, y = rest[1], x
        total += x + y + (state == (1, 2, 3)) + len(state + pair) + min(x, y, 500) + max(pair)
    return total, best


print(run(250_000))
