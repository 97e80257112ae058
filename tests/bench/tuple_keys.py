# group: dict_loops
def run(n, rounds):
    grid = {}
    for _ in range(rounds):
        for x in range(n):
            for y in range(n):
                grid[x, y] = grid.get((x - 1, y), 0) + grid.get((x, y - 1), 1) & 1023
    return sum(grid.values())


print(run(150, 40))
