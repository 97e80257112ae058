# group: integer_loops
def run(n):
    count = 0
    for a in range(n):
        for b in range(a, n):
            for c in range(b, n):
                if a * a + b * b == c * c:
                    count += 1
    return count


print(run(330))
