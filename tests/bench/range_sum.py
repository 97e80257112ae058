# group: integer_loops
def run(n):
    total = 0
    for i in range(n):
        total += i & 15
    return total


print(run(8_000_000))
