# group: whole_programs
import heapq


def graph(n):
    seed = 42
    edges = {i: [] for i in range(n)}
    for i in range(n * 5):
        seed = (seed * 1103515245 + 12345) % 2147483648
        a, b, w = seed % n, seed // 7 % n, seed // 1000 % 100 + 1
        edges[a].append((b, w))
        edges[b].append((a, w))
    return edges


def shortest(edges, start):
    best = {start: 0}
    heap = [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > best[node]:
            continue
        for other, w in edges[node]:
            nd = d + w
            if nd < best.get(other, 1 << 60):
                best[other] = nd
                heapq.heappush(heap, (nd, other))
    return best


edges = graph(4000)
total = 0
for start in range(0, 4000, 250):
    best = shortest(edges, start)
    total += sum(best.values())
print(len(best), total)
