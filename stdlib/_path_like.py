"""`os.PathLike`, which `os` loads when it is first asked for."""

from abc import ABC, abstractmethod


class PathLike(ABC):
    """What stands for a path: an object with `__fspath__`."""

    __slots__ = ()
    __module__ = 'os'

    @abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not PathLike:
            return NotImplemented
        for base in other.__mro__:
            if '__fspath__' in base.__dict__:
                if base.__dict__['__fspath__'] is None:
                    return NotImplemented
                return True
        return NotImplemented

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)
