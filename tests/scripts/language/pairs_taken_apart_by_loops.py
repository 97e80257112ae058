# area: language
# prio: P1
# checks: a loop that takes pairs apart leaves every name as it must; appends as statements and as values


def loops(rows):
    for a, b in rows:
        print(a, b)
    for row in rows:
        a, b = row
        print(row, a, b)
    for rows in rows:
        rows, b = rows
        print(rows, b)
    return a


print(loops([(1, 2), ("x", [3])]))


def uneven(rows):
    try:
        for a, b in rows:
            print(a, b)
    except ValueError as error:
        print(error)
    for a, (b, c) in [(1, (2, 3)), (4, [5, 6])]:
        print(a, b, c)


uneven([(1, 2), [3, 4], "ab", (5, 6, 7)])


def shrinking(rows):
    for a, b in rows:
        print(a, b, len(rows))
        rows.clear()


shrinking([(object, 1), (2, 3)])


def appends(n):
    out, got = [], []
    for i in range(n):
        out.append((i, i * i))
        got.append(out.append(i))
    return out, got, out.append(1)


print(appends(3))
