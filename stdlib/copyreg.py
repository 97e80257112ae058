"""How objects say what they are made of: what __reduce_ex__() returns."""

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension',
           'clear_extension_cache']

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Let a function reduce the objects of a type."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _slotnames(cls):
    """The names of all slots of a class and its bases."""
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                stripped = base.__name__.lstrip('_')
                if stripped:
                    name = f'_{stripped}{name}'
            names.append(name)
    return names


def _state(obj):
    # The attributes; those in slots as a second dict.
    state = getattr(obj, '__dict__', None) or None
    slots = {name: getattr(obj, name) for name in _slotnames(type(obj))
             if hasattr(obj, name)}
    if slots:
        return state, slots
    return state


_PLAIN = (int, float, complex, str, bytes, tuple, list, dict, set, frozenset,
          bytearray)


# Built-in classes whose objects __new__() makes as they are.
_MADE_ANEW = frozenset((object, *_PLAIN, bool))


def _reduce(obj, protocol):
    """What object.__reduce_ex__() returns."""
    cls = obj.__class__
    getstate = getattr(type(obj), '__getstate__', None)
    own_state = (getstate is not None
                 and getstate is not getattr(object, '__getstate__', None))
    if protocol < 2:
        base = object
        for known in _PLAIN:
            if issubclass(cls, known):
                base = known
                break
        if cls in _PLAIN or not isinstance(cls, type):
            raise TypeError(f'cannot pickle {cls.__name__!r} object')
        value = None if base is object else base(obj)
        if own_state:
            state = obj.__getstate__()
        else:
            if getattr(obj, '__slots__', None):
                raise TypeError('a class that defines __slots__ without '
                                'defining __getstate__ cannot be pickled with '
                                f'protocol {protocol}')
            state = getattr(obj, '__dict__', None)
        if state:
            return _reconstructor, (cls, base, value), state
        return _reconstructor, (cls, base, value)
    if cls.__name__ in ('method', 'method-wrapper') and (
            hasattr(obj, '__self__')):
        return getattr, (obj.__self__, obj.__name__)
    if cls.__module__ == 'builtins' and cls not in _MADE_ANEW and (
            not isinstance(obj, BaseException)):
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    kwargs = None
    if hasattr(type(obj), '__getnewargs_ex__'):
        found = obj.__getnewargs_ex__()
        if not isinstance(found, tuple):
            raise TypeError('__getnewargs_ex__ should return a tuple, not '
                            f'{type(found).__name__!r}')
        if len(found) != 2:
            raise ValueError('__getnewargs_ex__ should return a tuple of length '
                             f'2, not {len(found)}')
        args, kwargs = found
        if not isinstance(args, tuple):
            raise TypeError('first item of the tuple returned by '
                            '__getnewargs_ex__ must be a tuple, not '
                            f'{type(args).__name__!r}')
        if not isinstance(kwargs, dict):
            raise TypeError('second item of the tuple returned by '
                            '__getnewargs_ex__ must be a dict, not '
                            f'{type(kwargs).__name__!r}')
    elif hasattr(type(obj), '__getnewargs__'):
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError('__getnewargs__ should return a tuple, not '
                            f'{type(args).__name__!r}')
    else:
        args = ()
    state = obj.__getstate__() if own_state else _state(obj)
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), state, items, pairs
    return __newobj__, (cls, *args), state, items, pairs
