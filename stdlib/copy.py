"""Shallow and deep copies."""

from copyreg import dispatch_table

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    """An object cannot be copied."""


error = Error

_ATOMS = frozenset((type(None), int, float, bool, complex, str, bytes, type,
                    range, slice, type(Ellipsis), type(NotImplemented),
                    type(lambda: 0), type(len), property, type(int | str)))


def copy(x):
    """A new object with the same parts."""
    cls = type(x)
    if cls in _ATOMS or cls is tuple or cls is frozenset:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if issubclass(cls, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    return _rebuild(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    """A new object whose parts are copied too."""
    cls = type(x)
    if cls in _ATOMS:
        if memo is not None and type(memo) is not dict:
            # It was given by somebody, and is asked even here.
            return memo.get(id(x), x)
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    if cls is list:
        y = memo[key] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[key] = {}
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        y = _deep_tuple(x, memo)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        y = x.copy()
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            y = copier(memo)
        elif cls.__name__ == 'method' and hasattr(x, '__func__'):
            y = cls(x.__func__, deepcopy(x.__self__, memo))
        else:
            y = _rebuild(x, cls, memo)
    if y is not x:
        memo[key] = y
        # Keeps x alive, so that its id stays its own.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # A part may have led back to x itself.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _rebuild(x, cls, memo):
    reducer = dispatch_table.get(cls)
    if reducer is not None:
        parts = reducer(x)
    else:
        reducer = getattr(x, '__reduce_ex__', None)
        if reducer is not None:
            parts = reducer(4)
        else:
            reducer = getattr(x, '__reduce__', None)
            if reducer is None:
                kind = 'shallow' if memo is None else 'deep'
                raise Error(f'un({kind})copyable object of type {cls}')
            parts = reducer()
    if isinstance(parts, str):
        return x
    return _from_parts(x, memo, *parts)


def _from_parts(x, memo, func, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for k, v in pairs:
            if deep:
                k, v = deepcopy(k, memo), deepcopy(v, memo)
            y[k] = v
    return y


def replace(obj, /, **changes):
    """A copy with other values in some fields."""
    func = getattr(obj.__class__, '__replace__', None)
    if func is None:
        raise TypeError('replace() does not support '
                        f'{obj.__class__.__name__} objects')
    return func(obj, **changes)
