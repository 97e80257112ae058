# group: strings
def run(n):
    total = 0
    for i in range(n):
        s = "  alpha,beta;gamma " + str(i) + "  "
        s = s.strip().replace(",", " ").replace(";", " ")
        if s.startswith("alpha") and not s.endswith("x"):
            total += len(s.title()) + s.count("a") + s.index("gamma")
        total += len(s.partition(" ")[2]) + len(s[2:-2])
    return total


print(run(350_000))
