# group: list_loops
def multiply(a, b, n):
    out = [[0] * n for _ in range(n)]
    for i in range(n):
        row = a[i]
        target = out[i]
        for j in range(n):
            total = 0
            for k in range(n):
                total += row[k] * b[k][j]
            target[j] = total
    return out


n = 160
a = [[i * j % 7 for j in range(n)] for i in range(n)]
b = [[(i + j) % 5 for j in range(n)] for i in range(n)]
c = multiply(a, b, n)
c = multiply(c, b, n)
print(sum(map(sum, c)))
