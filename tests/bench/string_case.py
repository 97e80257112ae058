# group: strings
def run(rounds):
    words = "The Quick brown FOX jumps over the Lazy dog while nobody is watching".split()
    table = str.maketrans("aeiou", "43102", "xyz")
    total = 0
    for i in range(rounds):
        for w in words:
            low = w.lower()
            if low != w:
                total += len(low.capitalize()) + w.isupper()
            total += len(w.upper().translate(table)) + w.isalpha() + w.swapcase().islower()
        total += len(" ".join(words).title())
    return total


print(run(22_000))
