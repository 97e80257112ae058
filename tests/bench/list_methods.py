# group: list_loops
def run(rounds):
    total = 0
    for r in range(rounds):
        items = list(range(60))
        items.extend((1, 2, 3))
        items.insert(0, r)
        items[5:9] = [7, 7]
        items.reverse()
        total += items.index(20) + items.count(7) + (59 in items)
        items.remove(7)
        del items[3]
        tail = items[-10:] + items[::4] + [0] * 5
        copy = items[:]
        copy += tail
        total += len(copy) + sum(tail) + copy.pop() + (copy == items) + (items < copy)
        total += sum([x for x in items if x % 3 == 0]) + len([[0] * 4 for _ in range(5)])
        for i, x in enumerate(reversed(items)):
            total += i * x & 3
    return total


print(run(26000))
