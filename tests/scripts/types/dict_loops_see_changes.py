# area: types
# prio: P1
# checks: loops over dicts, their views and sets: changes while they run, targets, what is held
d = {"a": 1, "b": 2, "c": 3}
for k in d:
    print(k, end=" ")
for k, v in d.items():
    print(k, v, end=" ")
for pair in d.items():
    print(pair, end=" ")
for v in d.values():
    print(v, end=" ")
print()
for change in ("add", "remove", "replace", "clear", "update"):
    d = {1: "x", 2: "y", 3: "z"}
    for part in (lambda: d, lambda: d.keys(), lambda: d.values(), lambda: d.items()):
        d.clear()
        d.update({1: "x", 2: "y", 3: "z"})
        seen = []
        try:
            for item in part():
                seen.append(item)
                if change == "add":
                    d[len(seen) + 10] = 0
                elif change == "remove":
                    del d[2]
                elif change == "replace":
                    d[3] = "new"
                elif change == "clear":
                    d.clear()
                else:
                    d.update({1: "other"})
        except RuntimeError as e:
            print(change, seen, e)
        else:
            print(change, seen)
for word in ("add", "discard", "both"):
    s = {1, 2, 3}
    seen = 0
    try:
        for x in s:
            seen += 1
            if word != "add":
                s.discard(x)
            if word != "discard":
                s.add(x + 100)
            if seen > 5:
                break
    except RuntimeError as e:
        print(word, seen, e)
    else:
        print(word, seen <= 6)
