# group: list_loops
def run(n):
    total = 0
    for r in range(n):
        xs = list(range(100))
        ys = xs[10:50] + xs[::-2]
        ys[5:10] = []
        del ys[3]
        ys.insert(4, 99)
        zs = [x * 2 for x in ys if x % 3]
        zs.extend(y for y in ys if y > 50)
        flat = [a for row in [[1, 2, 3], [4, 5], [6]] for a in row]
        total += sum(zs) + len(flat) + ys.index(99) + xs.count(5) + zs[-1]
        m = [[i * j for j in range(8)] for i in range(8)]
        t = list(map(list, zip(*m)))
        total += t[3][4] + sum(map(sum, m)) + len([*xs, *ys])
        evens = list(filter(lambda v: v % 2 == 0, xs))
        total += evens[-1] + max(map(abs, ys)) + any(v > 98 for v in ys) + all(v >= 0 for v in ys)
        a, *b, c = xs
        total += len(b) + c
        while xs:
            total += xs.pop()
    return total
print(run(10000))
