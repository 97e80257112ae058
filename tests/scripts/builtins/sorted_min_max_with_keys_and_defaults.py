# area: builtins
# prio: P1
# checks: key functions, defaults, stability and reverse of sorted, min and max

words = ["pear", "Fig", "apple", "fig", "Date", "kiwi"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (-len(w), w)))
print(min(words), max(words), min(words, key=len), max(words, key=len), min(3, 1, 2), max("hello"), min([], default="none"), max((), default=None), min([5], default=0))
print(min(1, 1.0, True), max(1, 1.0, True), min([1, 2], [1]), max({"a": 1, "b": 0}), max({"a": 1, "b": 0}, key={"a": 1, "b": 0}.get), min("b", "a", key=ord))
calls = []
print(sorted([3, 1, 2], key=lambda n: calls.append(n) or -n), calls, sorted({3: "c", 1: "a"}), sorted("b a"), sorted((), reverse=True))
pairs = [("b", 1), ("a", 2), ("c", 1), ("d", 2)]
print(sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[1], reverse=True), sorted(pairs, key=lambda p: p[1])[::-1])


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n % 3 < other.n % 3

    def __gt__(self, other):
        return self.n % 3 > other.n % 3

    def __repr__(self):
        return f"i{self.n}"


items = [Item(n) for n in range(7)]
print(sorted(items), sorted(items, reverse=True), min(items), max(items), sorted([True, False, 2, 0.5]), sorted([[2], [1, 5], [1]]))
for bad in [lambda: min([]), lambda: max(), lambda: min(1), lambda: sorted([1, "a"]), lambda: sorted(5), lambda: max(1, 2, default=3), lambda: sorted([1], 2), lambda: sorted([1, 2], key=1), lambda: min([None, 1]), lambda: sorted([1j, 2j])]:
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
