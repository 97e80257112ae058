# group: exceptions
def run(n):
    d = {1: 2}
    missing = 0
    total = 0
    for i in range(n):
        try:
            total += d[1]
        except KeyError:
            missing += 1
        else:
            total += 1
        finally:
            total -= 1
        if i % 8 == 0:
            try:
                d[i]
            except KeyError:
                missing += 1
    return total, missing


print(run(3_500_000))
