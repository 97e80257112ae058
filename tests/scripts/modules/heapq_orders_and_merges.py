# area: modules
# prio: P1
# checks: push, pop, replace, nlargest, nsmallest, merge and ties by the second item

import heapq

h = []
for n in [5, 1, 8, 3, 2]:
    heapq.heappush(h, n)
print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h)
data = [9, 4, 7, 1, -2, 6]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(len(data))], data)
print(heapq.nlargest(3, [5, 1, 9, 7]), heapq.nsmallest(2, "hello"), heapq.nlargest(2, ["a", "bbb", "cc"], key=len), heapq.nsmallest(10, [2, 1]), heapq.nlargest(0, [1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge(["b", "a"], ["d", "c"], reverse=True)), list(heapq.merge(["x"], ["yy", "zzz"], key=len)), list(heapq.merge()))
tasks = []
for order, (priority, name) in enumerate([(2, "write"), (1, "read"), (2, "test"), (1, "plan")]):
    heapq.heappush(tasks, (priority, order, name))
while tasks:
    print(heapq.heappop(tasks)[2], end=" ")
print()


class Job:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n > other.n


jobs = [Job(n) for n in (3, 9, 1)]
heapq.heapify(jobs)
print([heapq.heappop(jobs).n for _ in range(3)])
endless = heapq.merge(iter(lambda: 1, 2), [0])
print(next(endless), next(endless))
for bad in [lambda: heapq.heappop([]), lambda: heapq.heapify((1,)), lambda: heapq.heappush([1], "a"), lambda: heapq.heapreplace([], 1), lambda: heapq.nlargest("a", [1])]:
    try:
        bad()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
