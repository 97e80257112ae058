"""References that do not keep their object alive."""

import _weakref
from _weakref import ref

__all__ = ['ref', 'WeakKeyDictionary', 'ReferenceType', 'WeakMethod',
           'WeakValueDictionary', 'WeakSet', 'finalize']

ReferenceType = ref
for _name in ('proxy', 'ProxyType', 'CallableProxyType', 'ProxyTypes',
              'getweakrefcount', 'getweakrefs'):
    if hasattr(_weakref, _name):
        globals()[_name] = getattr(_weakref, _name)
        __all__.append(_name)
del _name


class WeakMethod:
    """A reference to a bound method, alive as long as its object."""

    def __init__(self, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, not '
                            f'{type(meth)}') from None
        me = ref(self)

        def died(_):
            self = me()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self._type = type(meth)
        self._obj = ref(obj, died)
        self._func = ref(func, died)
        self._alive = True

    def __call__(self):
        obj, func = self._obj(), self._func()
        if obj is None or func is None:
            return None
        return self._type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return self._obj == other._obj and self._func == other._func

    def __hash__(self):
        return hash((self._obj, self._func))


_MISSING = object()


class _WeakMapping:
    # What both dictionaries share; subclasses give _pairs().
    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return self.keys()

    def keys(self):
        for key, _ in self._pairs():
            yield key

    def values(self):
        for _, value in self._pairs():
            yield value

    def items(self):
        yield from self._pairs()

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def pop(self, key, default=_MISSING):
        try:
            value = self[key]
        except KeyError:
            if default is _MISSING:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key, value in self._pairs():
            del self[key]
            return key, value
        raise KeyError('dictionary is empty')

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in (other.items() if hasattr(other, 'items')
                               else other):
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        new = self.__class__()
        new.update(self)
        return new

    __copy__ = copy

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def __eq__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __or__(self, other):
        new = self.copy()
        new.update(other)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakMapping):
    """Entries go when their values go."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _pairs(self):
        for key, wr in list(self.data.items()):
            value = wr()
            if value is not None:
                yield key, value

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        data = self.data

        def remove(wr):
            if data.get(key) is wr:
                del data[key]

        data[key] = ref(value, remove)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        wr = self.data.get(key)
        return wr is not None and wr() is not None

    def valuerefs(self):
        """The references themselves."""
        return list(self.data.values())


class WeakKeyDictionary(_WeakMapping):
    """Entries go when their keys go."""

    def __init__(self, dict=None):
        self.data = data = {}

        def remove(wr):
            data.pop(wr, None)

        self._remove = remove
        if dict is not None:
            self.update(dict)

    def _pairs(self):
        for wr, value in list(self.data.items()):
            key = wr()
            if key is not None:
                yield key, value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def keyrefs(self):
        """The references themselves."""
        return list(self.data)


class WeakSet:
    """A set whose items may go."""

    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def __iter__(self):
        for wr in list(self.data):
            item = wr()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self.data.discard))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError('pop from empty WeakSet')

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def union(self, other):
        return self.__class__([*self, *other])

    __or__ = union

    def intersection(self, other):
        return self.__class__([item for item in other if item in self])

    __and__ = intersection

    def difference(self, other):
        return self.__class__([item for item in self if item not in other])

    __sub__ = difference

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def symmetric_difference(self, other):
        mine = set(self)
        return self.__class__(mine ^ set(other))

    __xor__ = symmetric_difference

    def issubset(self, other):
        return set(self) <= set(other)

    __le__ = issubset

    def issuperset(self, other):
        return set(self) >= set(other)

    __ge__ = issuperset

    def isdisjoint(self, other):
        return not self.intersection(other).data

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def __repr__(self):
        return repr(self.data)


class finalize:
    """Call a function when an object goes, or at the program's end."""

    _registry = {}
    _watching_exit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        self._key = key = object()
        registry = finalize._registry

        def died(_):
            entry = registry.pop(key, None)
            if entry is not None:
                entry[1](*entry[2], **entry[3])

        registry[key] = (ref(obj, died), func, args, kwargs)
        # While it is False the end of the program does not call.
        self._atexit = True
        registry[key] += (self,)
        if not finalize._watching_exit:
            finalize._watching_exit = True
            try:
                import atexit
            except ImportError:
                pass
            else:
                atexit.register(finalize._at_exit)

    @staticmethod
    def _at_exit():
        for entry in reversed(list(finalize._registry.values())):
            if entry[4]._atexit:
                entry[4]()

    def __call__(self, _=None):
        entry = finalize._registry.pop(self._key, None)
        if entry is None:
            return None
        return entry[1](*entry[2], **entry[3])

    def detach(self):
        """Never call; gives (obj, func, args, kwargs) when still alive."""
        entry = finalize._registry.get(self._key)
        obj = entry and entry[0]()
        if obj is None:
            return None
        del finalize._registry[self._key]
        return (obj, *entry[1:4])

    def peek(self):
        """(obj, func, args, kwargs) when still alive."""
        entry = finalize._registry.get(self._key)
        obj = entry and entry[0]()
        if obj is None:
            return None
        return (obj, *entry[1:4])

    @property
    def alive(self):
        """True until the function was called."""
        return self._key in finalize._registry

    @property
    def atexit(self):
        """Whether the program's end calls."""
        return self._atexit

    @atexit.setter
    def atexit(self, value):
        self._atexit = bool(value)

    def __repr__(self):
        entry = finalize._registry.get(self._key)
        obj = entry and entry[0]()
        if obj is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return (f'<{type(self).__name__} object at {id(self):#x}; for '
                f'{type(obj).__name__!r} at {id(obj):#x}>')
