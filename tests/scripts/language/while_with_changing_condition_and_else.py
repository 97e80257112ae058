# area: language
# prio: P1
# checks: the condition of while is asked each turn, and else follows a false one only

def countdown(n):
    print("ask", n)
    return n > 0


n = 3
while countdown(n):
    n -= 1
else:
    print("else", n)

queue = [1]
while queue:
    item = queue.pop(0)
    if item > 50:
        print("stop", item, queue)
        break
    queue.extend([item * 2, item * 3])
    if item % 4 == 0:
        continue
    queue = sorted(queue)[:5]
else:
    print("empty")

total = outer = 0
while outer < 4:
    inner = 0
    while True:
        inner += 1
        if inner > outer:
            break
        total += inner
    else:
        print("never")
    outer += 1
else:
    print(total)
while (half := n + 8) and n < 2:
    n += 1
print(n, half)
while not None:
    break
else:
    print("never")
