"""Shallow and deep copies."""

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    """An object cannot be copied."""


error = Error

_ATOMS = frozenset((type(None), int, float, bool, complex, str, bytes, type,
                    range, slice, type(Ellipsis), type(NotImplemented),
                    type(lambda: 0), type(len), property))


def copy(x):
    """A new object with the same parts."""
    cls = type(x)
    if cls in _ATOMS or cls is tuple or cls is frozenset:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if isinstance(x, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    return _rebuild(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    """A new object whose parts are copied too."""
    cls = type(x)
    if cls in _ATOMS:
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
    elif isinstance(x, type):
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
    deep = memo is not None
    own = getattr(cls, '__reduce__', None)
    if own is not None and own is not getattr(object, '__reduce__', None):
        parts = x.__reduce__()
        if isinstance(parts, str):
            return x
        return _from_parts(x, memo, *parts)
    own = getattr(cls, '__reduce_ex__', None)
    if own is not None and own is not getattr(object, '__reduce_ex__', None):
        parts = x.__reduce_ex__(4)
        if isinstance(parts, str):
            return x
        return _from_parts(x, memo, *parts)
    if cls is object:
        return object()
    if not hasattr(cls, '__dict__') or cls.__module__ == 'builtins' and not (
            isinstance(x, BaseException)):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    # The container's own items, when the class extends a built-in one.
    if isinstance(x, tuple):
        items = [deepcopy(i, memo) if deep else i for i in tuple.__iter__(x)]
        y = tuple.__new__(cls, items)
    elif isinstance(x, (int, float, str, bytes)):
        for base in (int, float, str, bytes):
            if isinstance(x, base):
                y = base.__new__(cls, x)
                break
    elif isinstance(x, (set, frozenset)):
        y = cls([deepcopy(i, memo) if deep else i for i in x])
    elif isinstance(x, BaseException):
        y = cls.__new__(cls, *x.args)
        y.args = deepcopy(x.args, memo) if deep else x.args
    else:
        get_args = getattr(cls, '__getnewargs__', None)
        y = cls.__new__(cls, *(get_args(x) if get_args is not None else ()))
    if deep:
        memo[id(x)] = y
    state = _state(x, cls)
    if deep and state is not None:
        state = deepcopy(state, memo)
    if state is not None:
        _set_state(y, cls, state)
    if isinstance(x, list):
        for item in list.__iter__(x):
            list.append(y, deepcopy(item, memo) if deep else item)
    elif isinstance(x, dict):
        for k, v in dict.items(x):
            if deep:
                k, v = deepcopy(k, memo), deepcopy(v, memo)
            dict.__setitem__(y, k, v)
    return y


def _state(x, cls):
    own = getattr(cls, '__getstate__', None)
    if own is not None and own is not getattr(object, '__getstate__', None):
        return own(x)
    values = getattr(x, '__dict__', None)
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                name = f'_{base.__name__.lstrip("_")}{name}'
            if hasattr(x, name):
                slots[name] = getattr(x, name)
    if slots:
        return values, slots
    return values or None


def _set_state(y, cls, state):
    if hasattr(cls, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        y.__dict__.update(state)
    if slots:
        for name, value in slots.items():
            object.__setattr__(y, name, value)


def _from_parts(x, memo, func, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, type(y), deepcopy(state, memo) if deep else state)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for k, v in pairs:
            y[deepcopy(k, memo) if deep else k] = (
                deepcopy(v, memo) if deep else v)
    return y


def replace(obj, /, **changes):
    """A copy with other values in some fields."""
    func = getattr(obj.__class__, '__replace__', None)
    if func is None:
        raise TypeError('replace() does not support '
                        f'{obj.__class__.__name__} objects')
    return func(obj, **changes)
