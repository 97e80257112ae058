# area: types
# prio: P1
# checks: methods and functions called with few, all, keyword and wrong arguments


def attempt(call):
    try:
        return call()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


xs = [3, 1, 2, 1]
d = {"a": 1}
calls = [
    lambda: xs.copy().pop(), lambda: xs.copy().pop(0), lambda: xs.copy().pop(-2), lambda: [].pop(), lambda: [].pop(0),
    lambda: xs.pop(9), lambda: xs.pop("x"), lambda: xs.pop(1, 2), lambda: xs.index(1), lambda: xs.index(1, 2),
    lambda: xs.index(1, 0, 1), lambda: (1, 2, 1).index(1, 1), lambda: xs.index(), lambda: xs.copy().sort(),
    lambda: xs.copy().sort(reverse=True), lambda: xs.sort(1), lambda: sorted(xs), lambda: sorted(xs, reverse=True),
    lambda: sorted(), lambda: sum(xs), lambda: sum(xs, 10), lambda: sum(xs, start=2),
    lambda: next(iter([])), lambda: next(iter([]), 5), lambda: next(iter([7])), lambda: next(5), lambda: list(iter([1])),
    lambda: d.pop("a1"), lambda: d.pop("a1", 3), lambda: dict(d).pop("a"), lambda: d.pop(), lambda: d.get("z"),
    lambda: d.get("z", 4), lambda: d.get(), lambda: "  ab ".strip(), lambda: "xabx".strip("x"), lambda: "ab".strip(None),
    lambda: "ab".strip(1), lambda: " a b ".split(), lambda: "a,b,c".split(","), lambda: "a,b,c".split(",", 1),
    lambda: "a b c".split(maxsplit=1), lambda: "a,b".split(sep=","), lambda: "a".split(""), lambda: "a".split(1),
    lambda: "abcabc".find("c"), lambda: "abcabc".find("c", 3), lambda: "abcabc".find("c", 0, 2), lambda: "abc".find(),
    lambda: "abcabc".rfind("a"), lambda: "abc".index("z"), lambda: "abcabc".count("b", 2), lambda: "abc".count(1),
    lambda: "abc".startswith("b"), lambda: "abc".startswith("b", 1), lambda: "abc".endswith(("x", "c")),
    lambda: "abc".startswith(1), lambda: "aXbX".replace("X", "-"), lambda: "aXbX".replace("X", "-", 1),
    lambda: "a".replace("a"), lambda: "a\nb".splitlines(), lambda: "a\nb".splitlines(True),
    lambda: "a\nb".splitlines(keepends=True), lambda: int("12"), lambda: int("z", 36), lambda: int("12", base=3),
    lambda: int(), lambda: str(), lambda: str(b"x", "ascii"), lambda: str(5), lambda: float("1.5"), lambda: bool([]),
]
for call in calls:
    print(attempt(call))
