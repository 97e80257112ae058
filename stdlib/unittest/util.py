"""Texts that the assertions share."""

from collections import Counter

__unittest = True

_MAX = 80
_PLACEHOLDER = 12
_EDGE = 5
_DIFFERENCE = _MAX - 3 * _EDGE - 2 * _PLACEHOLDER


def safe_repr(obj, short=False):
    """repr(), or object's own where that raises."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _MAX:
        return text[:_MAX] + ' [truncated]...'
    return text


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def _squeeze(text, head, tail):
    # The middle of a long text as its length.
    dropped = len(text) - head - tail
    if dropped <= _PLACEHOLDER:
        return text
    end = text[len(text) - tail:] if tail else ''
    return f'{text[:head]}[{dropped} chars]{end}'


def _common_prefix(texts):
    low, high = min(texts), max(texts)
    for at, char in enumerate(low):
        if char != high[at]:
            return low[:at]
    return low


def _common_shorten_repr(*args):
    """The reprs of values, with what they share at the start cut short."""
    reprs = tuple(safe_repr(arg) for arg in args)
    longest = max(len(text) for text in reprs)
    if longest <= _MAX:
        return reprs
    prefix = _common_prefix(reprs)
    differing = [text[len(prefix):] for text in reprs]
    common = _MAX - (longest - len(prefix) + _EDGE + _PLACEHOLDER)
    if common > _EDGE:
        start = _squeeze(prefix, _EDGE, common)
        return tuple(start + text for text in differing)
    start = _squeeze(prefix, _EDGE, _EDGE)
    return tuple(start + _squeeze(text, _DIFFERENCE, _EDGE)
                 for text in differing)


def sorted_list_difference(expected, actual):
    """What only one of two sorted lists has: (missing, unexpected)."""
    missing = []
    unexpected = []
    here = there = 0
    while here < len(expected) and there < len(actual):
        left = expected[here]
        right = actual[there]
        if left == right:
            while here < len(expected) and expected[here] == left:
                here += 1
            while there < len(actual) and actual[there] == right:
                there += 1
        elif left < right:
            missing.append(left)
            while here < len(expected) and expected[here] == left:
                here += 1
        else:
            unexpected.append(right)
            while there < len(actual) and actual[there] == right:
                there += 1
    missing.extend(expected[here:])
    unexpected.extend(actual[there:])
    return missing, unexpected


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def count_difference(first, second):
    """[(count in first, count in second, item)] where the counts differ."""
    try:
        mine, yours = Counter(first), Counter(second)
    except TypeError:
        return _count_unhashable(list(first), list(second))
    rows = []
    for item, count in mine.items():
        other = yours.get(item, 0)
        if count != other:
            rows.append((count, other, item))
    for item, count in yours.items():
        if item not in mine:
            rows.append((0, count, item))
    return rows


def _count_unhashable(first, second):
    rows = []
    seen = []
    for item in first + second:
        if any(item == known for known in seen):
            continue
        seen.append(item)
        mine = sum(1 for other in first if item == other)
        yours = sum(1 for other in second if item == other)
        if mine != yours:
            rows.append((mine, yours, item))
    return rows
