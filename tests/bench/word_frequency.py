# group: whole_programs
def run(n):
    text = "It was the best of times, it was the worst of times; it was the age of wisdom... " * 40
    total = 0
    for _ in range(n):
        counts = {}
        for word in text.lower().split():
            word = word.strip(".,;:!?")
            counts[word] = counts.get(word, 0) + 1
        top = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]
        total += sum(c for _, c in top) + len(top[0][0])
    return total
print(run(2500))
