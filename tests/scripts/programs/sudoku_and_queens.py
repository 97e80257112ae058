# area: programs
# prio: P1
# checks: backtracking puzzles with generators, bits and sets
from itertools import permutations, product


def cross(rows, cols):
    return [r + c for r in rows for c in cols]


ROWS, COLS = "ABCDEFGHI", "123456789"
SQUARES = cross(ROWS, COLS)
UNITS = [cross(ROWS, c) for c in COLS] + [cross(r, COLS) for r in ROWS] + [cross(rs, cs) for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
PEERS = {s: set().union(*(u for u in UNITS if s in u)) - {s} for s in SQUARES}


def parse(grid):
    values = {s: COLS for s in SQUARES}
    for square, digit in zip(SQUARES, (c for c in grid if c in COLS + ".0")):
        if digit in COLS and not assign(values, square, digit):
            return None
    return values


def assign(values, square, digit):
    return all(eliminate(values, square, other) for other in values[square].replace(digit, "")) and values


def eliminate(values, square, digit):
    if digit not in values[square]:
        return values
    values[square] = values[square].replace(digit, "")
    if not values[square]:
        return None
    if len(values[square]) == 1 and not all(eliminate(values, peer, values[square]) for peer in PEERS[square]):
        return None
    for unit in (u for u in UNITS if square in u):
        places = [s for s in unit if digit in values[s]]
        if not places or len(places) == 1 and not assign(values, places[0], digit):
            return None
    return values


def search(values):
    if not values:
        return None
    if all(len(v) == 1 for v in values.values()):
        return values
    _, square = min((len(values[s]), s) for s in SQUARES if len(values[s]) > 1)
    return next(filter(None, (search(assign(values.copy(), square, d)) for d in values[square])), None)


def show(values):
    for r in ROWS:
        print(" ".join(values[r + c] + ("|" if c in "36" else "") for c in COLS))
        if r in "CF":
            print("+".join(["-" * 6, "-" * 7, "-" * 6]))


show(search(parse("4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......")))
print(search(parse("11" + "." * 79)), parse("." * 81)["A1"])


def queens(n, row=0, cols=0, left=0, right=0):
    if row == n:
        yield ()
        return
    free = ~(cols | left | right) & (1 << n) - 1
    while free:
        bit = free & -free
        free ^= bit
        for rest in queens(n, row + 1, cols | bit, (left | bit) << 1, (right | bit) >> 1):
            yield (bit.bit_length() - 1, *rest)


print([sum(1 for _ in queens(n)) for n in range(1, 8)], next(queens(8)))
print("\n".join("".join("Q" if c == q else "." for c in range(6)) for q in next(queens(6))))


def puzzle(text):
    left, _, right = text.partition("=")
    words = [w.strip() for w in left.split("+")] + [right.strip()]
    letters = sorted(set("".join(words)))
    first = {w[0] for w in words}
    for digits in permutations(range(10), len(letters)):
        table = dict(zip(letters, digits))
        if any(table[c] == 0 for c in first):
            continue
        *parts, total = (int("".join(str(table[c]) for c in w)) for w in words)
        if sum(parts) == total:
            return table
    return None


print(puzzle("TO + GO = OUT"), puzzle("A + A = A"), puzzle("AB + BA = CAC"))


def life(cells, steps):
    for _ in range(steps):
        around = {}
        for (x, y), (dx, dy) in product(cells, product((-1, 0, 1), repeat=2)):
            if dx or dy:
                around[x + dx, y + dy] = around.get((x + dx, y + dy), 0) + 1
        cells = {c for c, n in around.items() if n == 3 or n == 2 and c in cells}
        yield cells


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
*_, last = life(glider, 8)
print(sorted(last), len(list(life({(0, 0)}, 3))[-1]))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}{c}"
        yield from hanoi(n - 1, b, a, c)


print(" ".join(hanoi(3)), sum(1 for _ in hanoi(8)))
knapsack = lambda items, room: max((knapsack(items[1:], room), *( [items[0][1] + knapsack(items[1:], room - items[0][0])] if items[0][0] <= room else []))) if items else 0
print(knapsack([(3, 4), (4, 5), (2, 3), (5, 8)], 9))
