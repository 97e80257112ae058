# group: strings
def run(n, rounds):
    total = 0
    for r in range(rounds):
        s = ""
        for i in range(n):
            s += "ab"
            if s[-1] == "b" and s[i] == "a":
                total += 1
        total += len(s)
    return total


print(run(3000, 900))
