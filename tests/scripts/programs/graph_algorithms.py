# area: programs
# prio: P1
# checks: Dijkstra, topological sort, union-find, tries, LRU caches, matrices, in several styles
from __future__ import annotations

import heapq
import math
from collections import OrderedDict, defaultdict, deque
from typing import Generic, Hashable, Iterable, Iterator, NamedTuple, Protocol, TypeVar, runtime_checkable

N = TypeVar("N", bound=Hashable)
K = TypeVar("K")
V = TypeVar("V")


class Edge(NamedTuple):
    source: str
    target: str
    weight: float = 1.0

    def reverse(self) -> Edge:
        return self._replace(source=self.target, target=self.source)


class Graph(Generic[N]):
    def __init__(self, edges: Iterable[Edge] = (), *, directed: bool = False) -> None:
        self._next: defaultdict[N, dict[N, float]] = defaultdict(dict)
        self.directed = directed
        for edge in edges:
            self += edge

    def __iadd__(self, edge: Edge) -> Graph[N]:
        self._next[edge.source][edge.target] = edge.weight
        if self.directed:
            self._next[edge.target]
        else:
            self._next[edge.target][edge.source] = edge.weight
        return self

    def __iter__(self) -> Iterator[N]:
        return iter(self._next)

    def __contains__(self, node: object) -> bool:
        return node in self._next

    def __getitem__(self, node: N) -> dict[N, float]:
        return self._next[node] if node in self else {}

    def __len__(self) -> int:
        return len(self._next)

    def shortest(self, start: N, end: N) -> tuple[float, list[N]]:
        best, queue, came = {start: 0.0}, [(0.0, start)], {}
        while queue:
            cost, node = heapq.heappop(queue)
            if node == end:
                path = [end]
                while path[-1] != start:
                    path.append(came[path[-1]])
                return cost, path[::-1]
            for other, weight in self[node].items():
                if (new := cost + weight) < best.get(other, math.inf):
                    best[other], came[other] = new, node
                    heapq.heappush(queue, (new, other))
        raise LookupError(f"no way from {start!r} to {end!r}")

    def breadth_first(self, start: N) -> Iterator[N]:
        seen, queue = {start}, deque([start])
        while queue:
            yield (node := queue.popleft())
            fresh = [n for n in sorted(self[node]) if n not in seen]
            seen.update(fresh)
            queue.extend(fresh)

    def order(self) -> list[N]:
        state: dict[N, int] = {}
        result: list[N] = []

        def visit(node: N, trail: tuple) -> None:
            match state.get(node):
                case 1: raise ValueError("cycle: " + " -> ".join([*trail[trail.index(node):], node]))
                case 2: return
            state[node] = 1
            for other in sorted(self[node]):
                visit(other, (*trail, node))
            state[node] = 2
            result.insert(0, node)

        for node in sorted(self):
            visit(node, ())
        return result


edges = [Edge("a", "b", 4), Edge("a", "c", 1), Edge("c", "b", 2), Edge("b", "d", 5), Edge("c", "d", 8), Edge("x", "y")]
g: Graph[str] = Graph(edges)
print(g.shortest("a", "d"), list(g.breadth_first("a")), len(g), "z" in g, g["z"], edges[-1].reverse(), edges[0]._asdict())
try:
    g.shortest("a", "x")
except LookupError as e:
    print(e)
print(Graph([Edge("shirt", "tie"), Edge("tie", "jacket"), Edge("trousers", "shoes"), Edge("trousers", "belt"), Edge("belt", "jacket")], directed=True).order())
try:
    Graph([Edge("a", "b"), Edge("b", "c"), Edge("c", "b")], directed=True).order()
except ValueError as e:
    print(e)


class UnionFind(dict):
    def __missing__(self, key):
        self[key] = key
        return key

    def find(self, key):
        root = self[key]
        while root != self[root]:
            self[root] = root = self[self[root]]
        return root

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        self[a] = b
        return a != b


uf = UnionFind()
tree = [e for e in sorted(edges, key=lambda e: e.weight) if uf.union(e.source, e.target)]
print([f"{e.source}{e.target}" for e in tree], sum(e.weight for e in tree), len({uf.find(n) for n in list(uf)}))


class Trie:
    __slots__ = ("children", "final")

    def __init__(self, words=()):
        self.children, self.final = {}, False
        for word in words:
            node = self
            for c in word:
                node = node.children.setdefault(c, Trie())
            node.final = True

    def __iter__(self):
        if self.final:
            yield ""
        for c, child in sorted(self.children.items()):
            for rest in child:
                yield c + rest

    def starting(self, prefix):
        node = self
        for c in prefix:
            if (node := node.children.get(c)) is None:
                return []
        return [prefix + rest for rest in node]


trie = Trie("car cart care dog do done".split())
print(list(trie), trie.starting("car"), trie.starting("x"), trie.starting(""))
try:
    trie.extra = 1
except AttributeError as e:
    print(e)


class LRU(OrderedDict[K, V], Generic[K, V]):
    def __init__(self, size: int, /, **items: V) -> None:
        self.size = size
        super().__init__(**items)

    def __getitem__(self, key: K) -> V:
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key: K, value: V) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        while len(self) > self.size:
            self.popitem(last=False)


cache: LRU[str, int] = LRU(3, a=1, b=2)
cache["c"] = 3
cache["a"], cache.__setitem__("d", 4)
print(list(cache), "b" in cache, cache.get("zz"), LRU.__orig_bases__[1] == Generic[K, V], LRU.__mro__[1].__name__)


@runtime_checkable
class Sized2D(Protocol):
    def shape(self) -> tuple[int, int]: ...


class Matrix(list):
    @classmethod
    def identity(cls, n):
        return cls([int(i == j) for j in range(n)] for i in range(n))

    def shape(self):
        return len(self), len(self[0])

    def __matmul__(self, other):
        if not isinstance(other, Sized2D) or self.shape()[1] != other.shape()[0]:
            return NotImplemented
        return Matrix([sum(map(int.__mul__, row, column)) for column in zip(*other)] for row in self)

    def __pow__(self, n, mod=None):
        result, base = self.identity(len(self)), self
        while n:
            if n & 1:
                result @= base
            base @= base
            n >>= 1
        return result if mod is None else Matrix([x % mod for x in row] for row in result)

    T = property(lambda self: Matrix(map(list, zip(*self))))


fib = Matrix([[1, 1], [1, 0]])
print((fib ** 90)[0][1], pow(fib, 1000, 10 ** 9 + 7)[0][1], Matrix([[1, 2, 3], [4, 5, 6]]).T, Matrix([[1, 2]]) @ Matrix([[3], [4]]), isinstance([], Sized2D), isinstance(fib, Sized2D))
for bad in (lambda: fib @ 5, lambda: fib @ Matrix([[1]]), lambda: fib @ [[1]], lambda: [[1]] @ 5):
    try:
        bad()
    except TypeError as e:
        print(e)
