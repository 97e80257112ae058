"""Heaps in lists."""

from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify,
                    heappop, heappush, heappushpop, heapreplace)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']


class _Reverse:
    # Turns the order round for merge(reverse=True).
    __slots__ = ('key',)

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key

    def __eq__(self, other):
        return self.key == other.key


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into one sorted stream."""
    heap = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            rank = value if key is None else key(value)
            if reverse:
                rank = _Reverse(rank)
            # The inputs' order decides between equals.
            heap.append([rank, order, value, iterator])
            break
    heapify(heap)
    while heap:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            rank = value if key is None else key(value)
            entry[0] = _Reverse(rank) if reverse else rank
            entry[2] = value
            heapreplace(heap, entry)
            break
        else:
            heappop(heap)


def nsmallest(n, iterable, key=None):
    """The n smallest items, in order."""
    if n == 1:
        none = object()
        result = min(iterable, default=none, key=key)
        return [] if result is none else [result]
    if _wants_all(n, iterable):
        return sorted(iterable, key=key)[:n]
    # The greatest of the best so far is on top; of equals, the earlier stay.
    source, best = _first(n, iterable, key, 1)
    if not best:
        return best
    _heapify_max(best)
    top, order = best[0][0], n
    for value in source:
        rank = value if key is None else key(value)
        if rank < top:
            _heapreplace_max(best, (rank, order, value))
            top = best[0][0]
            order += 1
    best.sort()
    return [entry[-1] for entry in best]


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    if n == 1:
        none = object()
        result = max(iterable, default=none, key=key)
        return [] if result is none else [result]
    if _wants_all(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    source, best = _first(n, iterable, key, -1)
    if not best:
        return best
    heapify(best)
    top, order = best[0][0], -n
    for value in source:
        rank = value if key is None else key(value)
        if top < rank:
            heapreplace(best, (rank, order, value))
            top = best[0][0]
            order -= 1
    best.sort(reverse=True)
    return [entry[-1] for entry in best]


def _wants_all(n, iterable):
    """Whether n reaches as far as an iterable that knows its length."""
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return False
    return n >= size


def _first(n, iterable, key, step):
    """The iterator, and the first n items with their ranks and places."""
    source = iter(iterable)
    if key is None:
        return source, [(value, step * place, value)
                        for place, value in zip(range(n), source)]
    return source, [(key(value), step * place, value)
                    for place, value in zip(range(n), source)]
