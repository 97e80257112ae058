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
    _check_count(n, iterable)
    return sorted(iterable, key=key)[:n] if n > 0 else []


def _check_count(n, iterable):
    """Complain of what is no count, as the ways of CPython would."""
    if not isinstance(n, int):
        if hasattr(type(iterable), '__len__') and n >= len(iterable):
            n = None
        range(n)


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    if n == 1:
        none = object()
        result = max(iterable, default=none, key=key)
        return [] if result is none else [result]
    _check_count(n, iterable)
    return sorted(iterable, key=key, reverse=True)[:n] if n > 0 else []
