# group: list_loops
def run(rounds):
    total = 0
    for _ in range(rounds):
        stack = []
        for i in range(1000):
            stack.append(i)
        while stack:
            total += stack.pop()
    return total


print(run(6000))
