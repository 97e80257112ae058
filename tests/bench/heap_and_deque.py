# group: whole_programs
import heapq
from collections import deque
def run(n):
    total = 0
    for r in range(n):
        heap = []
        for i in range(200):
            heapq.heappush(heap, (i * 7919 % 211, i))
        while heap:
            k, i = heapq.heappop(heap)
            total += k & i
        q = deque(range(50), maxlen=64)
        for i in range(200):
            q.append(i)
            if i % 3 == 0:
                total += q.popleft()
        q.rotate(3)
        total += sum(q) + q[0] + q[-1] + len(q)
        total += sum(heapq.nlargest(5, range(100)))
    return total
print(run(2500))
