# area: types
# prio: P0
# checks: sort is stable, takes key and reverse, and raises on mixed types
data = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
data.sort(key=lambda p: p[1])
print(data)
data.sort(key=lambda p: p[1], reverse=True)
print(data)
print(sorted(data), sorted("Hello", key=str.lower), sorted([3, 1.5, True]), sorted([-3, 2, -1], key=abs), sorted([[2], [1, 5], []]))
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words, key=len), sorted(words, key=lambda w: (len(w), w), reverse=True))
big = [(i * 7919) % 1000 for i in range(1000)]
print(sorted(big) == list(range(1000)), sorted(big, reverse=True)[:3])
for f in (lambda: [1, "a"].sort(), lambda: [].sort(len), lambda: sorted([1], key=5), lambda: [{}, {}].sort()):
    try:
        print(f())
    except TypeError as e:
        print(e)
