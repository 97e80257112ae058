# group: dict_loops
def run(rounds):
    total = 0
    evens, threes = set(range(0, 300, 2)), set(range(0, 300, 3))
    words = [f"w{i * 31 % 97}" for i in range(400)]
    for r in range(rounds):
        total += len(evens & threes) + len(evens | threes) + len(evens - threes) + len(evens ^ threes)
        seen = set()
        for w in words:
            if w not in seen:
                seen.add(w)
        total += len(seen) + len({x % 17 for x in range(100)}) + len(set(words))
        seen.discard("w1")
        seen.update(("w1", "zz"))
        total += ("zz" in seen) + (evens <= evens | threes) + threes.isdisjoint(seen)
    return total


print(run(9000))
