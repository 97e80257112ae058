# group: dict_loops
from collections import Counter, defaultdict


def run(rounds):
    words = ("the quick brown fox jumps over the lazy dog and the cat sat on the mat " * 8).split()
    total = 0
    for r in range(rounds):
        counts = Counter(words)
        total += counts["the"] + sum(n for _, n in counts.most_common(3))
        by_length = defaultdict(list)
        for w in words:
            by_length[len(w)].append(w)
        letters = defaultdict(int)
        for w in words[:40]:
            for c in w:
                letters[c] += 1
        total += len(by_length[3]) + letters["e"] + max(letters.values())
    return total


print(run(12000))
