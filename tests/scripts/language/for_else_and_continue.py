# area: language
# prio: P0
# checks: for loops with continue, break and else
for stop in (2, 9):
    for i in range(5):
        if i % 2:
            continue
        if i > stop:
            print("break at", i)
            break
        print("i", i)
    else:
        print("no break")
print("last", i)
for c in "":
    print("never")
else:
    print("empty loop has an else")
