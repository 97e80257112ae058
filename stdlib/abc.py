"""Abstract base classes."""

from _abc import _set_pattern
from _weakref import ref

__all__ = ['ABCMeta', 'ABC', 'abstractmethod', 'abstractclassmethod',
           'abstractstaticmethod', 'abstractproperty',
           'get_cache_token', 'update_abstractmethods']

# Counts register() calls: remembered "no" answers are void after one.
_registrations = 0

# The bits of `type.__flags__` for classes that patterns for sequences and mappings match.
_PATTERNS = 1 << 5 | 1 << 6


def abstractmethod(funcobj):
    """Mark a method that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A classmethod that subclasses must define (deprecated)."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A staticmethod that subclasses must define (deprecated)."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A property that subclasses must define (deprecated)."""

    __isabstractmethod__ = True


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items()
             if getattr(value, '__isabstractmethod__', False)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            value = getattr(cls, name, None)
            if getattr(value, '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The type of abstract classes: register() and __subclasshook__()."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        if '__abc_tpflags__' in namespace:
            # What patterns its instances match: a class may ask for one kind.
            flags = cls.__abc_tpflags__
            if type(flags) is int:
                if flags & _PATTERNS == _PATTERNS:
                    raise TypeError('__abc_tpflags__ cannot be both '
                                    'Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING')
                _set_pattern(cls, flags & _PATTERNS)
            del cls.__abc_tpflags__
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        # Weak references, so that asking does not keep a class alive.
        cls._abc_registry = set()
        cls._abc_yes = set()
        cls._abc_no = set()
        cls._abc_no_at = _registrations
        return cls

    def register(cls, subclass):
        """Count `subclass` as a subclass; usable as a decorator."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        registry = cls._abc_registry
        registry.add(ref(subclass, registry.discard))
        if cls.__flags__ & _PATTERNS:
            _set_pattern(subclass, cls.__flags__ & _PATTERNS)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if ref(subclass) in cls._abc_yes:
            return True
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        key = ref(subclass)
        yes = cls._abc_yes
        if key in yes:
            return True
        no = cls._abc_no
        if cls._abc_no_at < _registrations:
            no.clear()
            cls._abc_no_at = _registrations
        elif key in no:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented and type(answer) is not bool:
            raise AssertionError('__subclasshook__ must return either False, '
                                 'True, or NotImplemented')
        if answer is NotImplemented:
            answer = cls in subclass.__mro__ or cls._abc_knows(subclass)
        known = yes if answer else no
        known.add(ref(subclass, known.discard))
        return answer

    def _abc_knows(cls, subclass):
        for known in list(cls._abc_registry):
            known = known()
            if known is not None and issubclass(subclass, known):
                return True
        for sub in cls.__subclasses__():
            if issubclass(subclass, sub):
                return True
        return False


class ABC(metaclass=ABCMeta):
    """A base class that makes its subclasses abstract classes."""

    __slots__ = ()


def get_cache_token():
    """A value that changes with every register()."""
    return _registrations


def update_abstractmethods(cls):
    """Look again which methods of `cls` are abstract."""
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls
