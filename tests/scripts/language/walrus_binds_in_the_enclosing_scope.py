# area: language
# prio: P0
# checks: assignment expressions in conditions, comprehensions and calls
if (n := len("hello")) > 3:
    print(n)
data = [3, 1, 2]
print([y := x * 2 for x in data if (last := x)], y, last)
while (item := data.pop()) != 3:
    print("item", item)


def f():
    total = 0
    print([total := total + v for v in range(4)])
    return total


print(f())
print((a := 1, b := a + 1), b)
