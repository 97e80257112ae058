# area: builtins
# prio: P0
# checks: builtins combined as programs combine them
words = "the cat sat on the mat the end".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
print(max(counts, key=counts.get), sum(map(len, words)) / len(words), list(zip(*sorted(counts.items())))[0][:2])
print([*map(list, zip(*[iter(range(6))] * 2))], dict(enumerate(words[:2])), any(w.startswith("m") for w in words), sorted(set(words), key=words.index))
print(*(f"{i:>2}:{w:<4}|" for i, w in enumerate(words) if i % 3 == 0), sep="\n")
