# area: modules
# prio: P0
# checks: heapq: push, pop, heapify, replace, nlargest, nsmallest, merge
import heapq

h = []
for x in [5, 1, 4, 1, 3]:
    heapq.heappush(h, x)
print([heapq.heappop(h) for _ in range(5)])
h = [9, 7, 5, 3, 1]
heapq.heapify(h)
print(h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 10), h, heapq.nlargest(2, h), heapq.nsmallest(2, h), heapq.nlargest(2, "apple", key=ord))
print(list(heapq.merge([1, 4], [2, 3], [])), heapq.nsmallest(10, [2, 1]))
t = []
for p, name in [(2, "b"), (1, "z"), (1, "a")]:
    heapq.heappush(t, (p, name))
print([heapq.heappop(t)[1] for _ in range(3)])
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
