# group: dict_loops
def run(words, rounds):
    counts = {}
    for _ in range(rounds):
        for w in words:
            if w in counts:
                counts[w] += 1
            else:
                counts[w] = 1
    return counts


words = [f"w{i * 7919 % 997}" for i in range(2000)]
counts = run(words, 1800)
print(len(counts), counts["w1"], max(counts.values()))
