# area: programs
# prio: P1
# checks: Huffman coding with a heap, an LRU cache with a linked list, and their statistics

import heapq
from collections import Counter
from functools import lru_cache
from itertools import count


class Leaf:
    __slots__ = ("symbol", "weight")

    def __init__(self, symbol, weight):
        self.symbol, self.weight = symbol, weight

    def walk(self, prefix=""):
        yield self.symbol, prefix or "0"


class Fork:
    __slots__ = ("left", "right", "weight")

    def __init__(self, left, right):
        self.left, self.right = left, right
        self.weight = left.weight + right.weight

    def walk(self, prefix=""):
        yield from self.left.walk(prefix + "0")
        yield from self.right.walk(prefix + "1")


def build(text):
    order = count()
    heap = [(weight, next(order), Leaf(symbol, weight)) for symbol, weight in sorted(Counter(text).items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        fork = Fork(first[2], second[2])
        heapq.heappush(heap, (fork.weight, next(order), fork))
    return heap[0][2]


def encode(text, table):
    return "".join(table[symbol] for symbol in text)


def pack(bits):
    padded = bits + "0" * (-len(bits) % 8)
    return bytes(int(padded[n:n + 8], 2) for n in range(0, len(padded), 8)), len(bits)


def unpack(data, length):
    return "".join(f"{byte:08b}" for byte in data)[:length]


def decode(bits, tree):
    out, node = [], tree
    for bit in bits:
        if isinstance(node, Fork):
            node = node.right if bit == "1" else node.left
        if isinstance(node, Leaf):
            out.append(node.symbol)
            node = tree
    return "".join(out)


for text in ["abracadabra", "aaaa", "the quick brown fox jumps over the lazy dog " * 4, "ab" * 3 + "ñ"]:
    tree = build(text)
    table = dict(tree.walk())
    data, length = pack(encode(text, table))
    assert decode(unpack(data, length), tree) == text
    shown = sorted(table.items(), key=lambda item: (len(item[1]), item[1]))[:5]
    print(f"{text[:16]!r:20} {len(text.encode()):4} bytes -> {len(data):3}, {length / len(text):.3f} bits per symbol", shown)
codes = sorted(table.values())
print("prefix free:", not any(b.startswith(a) for a, b in zip(codes, codes[1:])))


class Link:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value, self.before, self.after = key, value, self, self


class LRU:
    """A dict and a ring of links: the newest stands after the root."""

    def __init__(self, size):
        if size < 1:
            raise ValueError("size must be positive")
        self.size, self.links, self.root = size, {}, Link()
        self.hits = self.misses = 0

    def _unlink(self, link):
        link.before.after, link.after.before = link.after, link.before

    def _to_front(self, link):
        link.before, link.after = self.root, self.root.after
        link.before.after = link.after.before = link

    def __getitem__(self, key):
        try:
            link = self.links[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(link)
        self._to_front(link)
        return link.value

    def __setitem__(self, key, value):
        if key in self.links:
            link = self.links[key]
            link.value = value
            self._unlink(link)
        else:
            link = self.links[key] = Link(key, value)
            if len(self.links) > self.size:
                oldest = self.root.before
                self._unlink(oldest)
                del self.links[oldest.key]
        self._to_front(link)

    def __delitem__(self, key):
        self._unlink(self.links.pop(key))

    def __contains__(self, key):
        return key in self.links

    def __len__(self):
        return len(self.links)

    def __iter__(self):
        link = self.root.after
        while link is not self.root:
            yield link.key
            link = link.after

    def __repr__(self):
        return f"LRU({', '.join(f'{k!r}: {self.links[k].value!r}' for k in self)})"


cache = LRU(3)
for key in "abcad":
    cache[key] = key.upper()
    print(key, cache)
print(cache["a"], list(cache), "c" in cache, len(cache))
try:
    cache["c"]
except KeyError as error:
    print("missing", error)
del cache["d"]
cache["e"], cache["f"] = 1, 2
print(cache, cache.hits, cache.misses)


def collatz(n, memo=LRU(50)):
    if n == 1:
        return 0
    try:
        return memo[n]
    except KeyError:
        steps = 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
        memo[n] = steps
        return steps


print(max(range(1, 500), key=collatz), collatz(97), collatz.__defaults__[0].hits > 0, len(collatz.__defaults__[0]))


@lru_cache(maxsize=None)
def edits(a, b):
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return edits(a[1:], b[1:])
    return 1 + min(edits(a[1:], b), edits(a, b[1:]), edits(a[1:], b[1:]))


for a, b in [("kitten", "sitting"), ("", "abc"), ("saturday", "sunday"), ("same", "same")]:
    print(a, b, edits(a, b))
info = edits.cache_info()
print(info.hits > 0, info.misses == info.currsize, info.maxsize)
try:
    LRU(0)
except ValueError as error:
    print(error)
