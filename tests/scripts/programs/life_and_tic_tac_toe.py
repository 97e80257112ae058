# area: programs
# prio: P1
# checks: the game of life on sets of cells, and tic-tac-toe by minimax with memo

from collections import Counter
from functools import cache
from itertools import product

PATTERNS = {
    "blinker": ["...", "###", "..."],
    "glider": [".#.", "..#", "###"],
    "block": ["##", "##"],
    "toad": [".###", "###."],
}


class Life:
    def __init__(self, rows=()):
        self.cells = {(x, y) for y, row in enumerate(rows) for x, c in enumerate(row) if c == "#"}
        self.age = 0

    def neighbours(self):
        return Counter((x + dx, y + dy) for x, y in self.cells for dx, dy in product((-1, 0, 1), repeat=2) if dx or dy)

    def step(self):
        self.cells = {cell for cell, n in self.neighbours().items() if n == 3 or n == 2 and cell in self.cells}
        self.age += 1
        return self

    def normal(self):
        if not self.cells:
            return frozenset()
        left, top = min(x for x, _ in self.cells), min(y for _, y in self.cells)
        return frozenset((x - left, y - top) for x, y in self.cells)

    def __str__(self):
        cells = self.normal()
        width, height = (max(c[i] for c in cells) + 1 for i in (0, 1))
        return "\n".join("".join(".#"[(x, y) in cells] for x in range(width)) for y in range(height))


def period(life, most=10):
    start, place = life.normal(), min(life.cells)
    for n in range(1, most + 1):
        if life.step().normal() == start:
            moved = tuple(b - a for a, b in zip(place, min(life.cells)))
            return n, moved
    return None


for name, rows in PATTERNS.items():
    life = Life(rows)
    print(name, period(life), len(life.cells))
    print(life.step())
print(period(Life(["###.", "#..#", ".##."]), 5), len(Life(["#"]).step().cells))

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
seen = 0


def winner(board):
    for a, b, c in LINES:
        if board[a] != "." and board[a] == board[b] == board[c]:
            return board[a]
    return None


def moves(board):
    return [n for n, c in enumerate(board) if c == "."]


def put(board, at, player):
    return board[:at] + player + board[at + 1:]


@cache
def score(board, player):
    """1 if `player`, who is to move, wins with best play, 0 for a draw, -1 for a loss."""
    global seen
    seen += 1
    if winner(board):
        return -1
    return max((-score(put(board, at, player), other(player)) for at in moves(board)), default=0)


def other(player):
    return "O" if player == "X" else "X"


def best(board, player):
    return max(moves(board), key=lambda at: (-score(put(board, at, player), other(player)), -at))


def play(board="." * 9, player="X"):
    while moves(board) and not winner(board):
        board = put(board, best(board, player), player)
        player = other(player)
    return board, winner(board) or "draw"


def show(board):
    return "/".join(board[n:n + 3] for n in range(0, 9, 3))


for start, player in [("." * 9, "X"), ("X...O...X", "O"), ("X........", "O"), ("XX.OO....", "O"), ("O.X.X....", "O")]:
    end, who = play(start, player)
    print(show(start), player, "best", best(start, player), "->", show(end), who, score(start, player))
print(seen, score.cache_info().hits > 0, score("." * 9, "X"))
