"""Containers beside list, dict, set and tuple."""

from _collections import (
    OrderedDict, _count_elements, _second, defaultdict, deque)

try:
    from _collections import _tuplegetter
except ImportError:
    from operator import itemgetter

    def _tuplegetter(index, doc):
        return property(itemgetter(index), doc=doc)

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList',
           'UserString', 'defaultdict', 'deque', 'namedtuple']


def __getattr__(name):
    # These need the abstract classes, which take time to build.
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        __import__('collections._user')
        value = getattr(globals()['_user'], name)
        globals()[name] = value
        return value
    if name == 'abc':
        __import__('collections.abc')
        return globals()['abc']
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


_tuple_new = tuple.__new__


def _refuse(name, fields, defaults, args, kwargs):
    # Binds what a plain call could not, or raises in the machine's words.
    where = f'{name}.__new__()'
    values = dict(zip(fields, args))
    for key, value in kwargs.items():
        if key in values:
            raise TypeError(f'{where} got multiple values for argument '
                            f'{key!r}')
        if key not in fields:
            raise TypeError(f'{where} got an unexpected keyword argument '
                            f'{key!r}')
        values[key] = value
    if len(args) > len(fields):
        least = len(fields) - len(defaults) + 1
        most = len(fields) + 1
        takes = str(most) if least == most else f'from {least} to {most}'
        plural = '' if takes == '1' else 's'
        raise TypeError(f'{where} takes {takes} positional argument{plural} '
                        f'but {len(args) + 1} were given')
    missing = []
    for field in fields:
        if field not in values:
            if field in defaults:
                values[field] = defaults[field]
            else:
                missing.append(repr(field))
    if missing:
        if len(missing) == 1:
            text = missing[0]
        elif len(missing) == 2:
            text = ' and '.join(missing)
        else:
            text = ', '.join(missing[:-1]) + ', and ' + missing[-1]
        plural = '' if len(missing) == 1 else 's'
        raise TypeError(f'{where} missing {len(missing)} required positional '
                        f'argument{plural}: {text}')
    return [values[field] for field in fields]


def namedtuple(typename, field_names, *, rename=False, defaults=None,
               module=None):
    """A tuple class whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    from keyword import iskeyword
    if rename:
        seen = set()
        for index, name in enumerate(fields):
            if (not name.isidentifier() or iskeyword(name)
                    or name.startswith('_') or name in seen):
                fields[index] = f'_{index}'
            seen.add(name)
    for name in [typename, *fields]:
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid '
                             f'identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError('Type names and field names cannot be a keyword: '
                             f'{name!r}')
    seen = set()
    for name in fields:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: '
                             f'{name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    fields = tuple(fields)
    count = len(fields)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > count:
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(fields[count - len(defaults):], defaults))
    form = '(' + ', '.join([f'{name}=%r' for name in fields]) + ')'

    def __new__(_cls, *args, **kwargs):
        if kwargs or len(args) != count:
            args = _refuse(typename, fields, field_defaults, args, kwargs)
        return _tuple_new(_cls, args)

    def _make(cls, iterable):
        result = _tuple_new(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, old)
                             for name, old in zip(fields, self)])
        if kwds:
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def __repr__(self):
        return self.__class__.__name__ + form % tuple(self)

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in (__new__, _make, _replace, __repr__, _asdict,
                   __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    namespace = {
        '__doc__': f'{typename}({", ".join(fields)})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '__replace__': _replace,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
        '__slots__': (),
    }
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index,
                                       f'Alias for field number {index}')
    if module is None:
        import sys
        module = sys._getframe(1).f_globals.get('__name__', '__main__')
    namespace['__module__'] = module
    return type(typename, (tuple,), namespace)


def _is_mapping(thing):
    if isinstance(thing, (dict, list, str, tuple)):
        return isinstance(thing, dict)
    from collections.abc import Mapping
    return isinstance(thing, Mapping)


class Counter(dict):
    """A dict of counts."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        if kwds:
            self.update(iterable, **kwds)
        else:
            self.update(iterable)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """Pairs of elements and counts, the largest count first."""
        if n is None:
            return sorted(self.items(), key=_second, reverse=True)
        if type(n) is int and {*map(type, self.values())} <= {int}:
            # What nlargest gives, by the machine's own sort; what it compares with what, only other counts can tell.
            return sorted(self.items(), key=_second, reverse=True)[:max(n, 0)]
        from heapq import nlargest
        return nlargest(n, self.items(), key=_second)

    def elements(self):
        """Every element as often as it counts."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use '
                                  'Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Add counts."""
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                if not self:
                    # Any value may stand alone, whatever it could be added to.
                    super().update(iterable)
                    iterable = {}
                for element, count in iterable.items():
                    self[element] = count + get(element, 0)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take counts away; they may go below zero."""
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            counts = dict(self.most_common())
        except TypeError:
            # Counts that cannot be compared.
            counts = dict(self)
        return f'{self.__class__.__name__}({counts!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Only positive counts survive an operator.

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            count = count + other[element]
            if count > 0:
                result[element] = count
        return result._with_rest(self, other)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            count = count - other[element]
            if count > 0:
                result[element] = count
        for element, count in other.items():
            if element not in self and count < 0:
                result[element] = 0 - count
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            more = other[element]
            if count < more:
                count = more
            if count > 0:
                result[element] = count
        return result._with_rest(self, other)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            more = other[element]
            if not count < more:
                count = more
            if count > 0:
                result[element] = count
        return result

    def __pos__(self):
        result = Counter()
        for element, count in self.items():
            if count > 0:
                result[element] = count
        return result

    def __neg__(self):
        result = Counter()
        for element, count in self.items():
            if count < 0:
                result[element] = 0 - count
        return result

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()

    def _with_rest(self, mine, other):
        for element, count in other.items():
            if element not in mine and count > 0:
                self[element] = count
        return self

    def _keep_positive(self):
        for element in [e for e, count in self.items() if not count > 0]:
            del self[element]
        return self
