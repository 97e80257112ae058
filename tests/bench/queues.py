# group: whole_programs
import bisect
import heapq
from collections import deque


def run(n):
    heap, queue, ordered, total = [], deque(), [], 0
    seed = 7
    for i in range(n):
        seed = (seed * 16807) % 2147483647
        heapq.heappush(heap, (seed % 1000, i))
        queue.append(seed & 255)
        if i % 3 == 2:
            total += heapq.heappop(heap)[0] + queue.popleft()
        at = bisect.bisect_left(ordered, seed % 500)
        if at == len(ordered) or ordered[at] != seed % 500:
            ordered.insert(at, seed % 500)
        if len(queue) > 200:
            queue.rotate(3)
            total += sum(queue) + queue[0]
            queue.clear()
    while heap:
        total += heapq.heappop(heap)[1] & 1
    return total + len(ordered)


print(run(150_000))
