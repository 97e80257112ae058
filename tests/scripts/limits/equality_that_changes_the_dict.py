# area: limits
# prio: P1
# checks: __eq__ that mutates the container during a lookup raises or ends, never crashes
class Evil:
    def __hash__(self):
        return 1

    def __eq__(self, o):
        d.clear()
        xs.clear()
        return False


d = {}
xs = []
for i in range(3):
    d[Evil()] = i
    xs.append(Evil())
d = {Evil(): i for i in range(1)}
try:
    d[Evil()] = "new"
    d.get(Evil())
    Evil() in xs
    xs.count(1)
    print("survived")
except RuntimeError as e:
    print("survived")
xs[:] = [Evil(), Evil(), Evil()]
print(5 in xs, len(xs))
