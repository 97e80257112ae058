# group: integer_loops
def run(n):
    i = 0
    total = 0
    while i < n:
        total = total + i
        i = i + 1
    return total


print(run(8_000_000))
