# area: language
# prio: P0
# checks: the else of a while loop runs when the condition ends it, not after break
def search(limit, wanted):
    n = 0
    while n < limit:
        if n == wanted:
            print("found", n)
            break
        n += 1
    else:
        print("not found below", limit)


search(5, 3)
search(5, 9)
search(0, 0)
while True:
    try:
        break
    finally:
        print("finally of break")
