# group: dict_loops
from collections import Counter
def run(n):
    total = 0
    for i in range(n):
        a = Counter("mississippi river banks")
        b = Counter("the quick brown fox")
        c = a + b
        d = a - b
        total += len(a & b) + len(a | b) + sum(c.values()) + d["s"]
        a.update("abc")
        a.subtract("ab")
        total += a.most_common(1)[0][1] + sum((c - d).values())
        for ch in "hello world":
            c[ch] += 1
    return total
print(run(8000))
