# area: language
# prio: P0
# checks: an object with __getitem__ alone is iterated until IndexError
class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * i


print(list(Old()), 4 in Old(), 5 in Old(), tuple(Old()), sorted(Old(), reverse=True))
it = iter(Old())
print(next(it), next(it), next(it), next(it, "done"))
for x in Old():
    print(x, end=" ")
print()
