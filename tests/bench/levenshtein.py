# group: whole_programs
def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        current = [i]
        for j, cb in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (ca != cb)))
        previous = current
    return previous[-1]


words = ["kitten", "sitting", "saturday", "sunday", "rosettacode", "raisethysword", "intention", "execution"] * 14
print(sum(distance(a, b) for a in words for b in words), distance("ab" * 100, "ba" * 90))
