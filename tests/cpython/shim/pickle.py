"""Objects as bytes and back, in a format of our own: what `__reduce_ex__` and its kin say of
an object is all that the tests of the language ask of pickle. Classes and functions go by
name, everything else by value; shared and recursive objects come back shared.
"""

import copyreg
import json
import sys

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


_ATOMS = (int, float, complex, str, bytes, bytearray)
_SINGLE = {'None': None, 'True': True, 'False': False, 'Ellipsis': Ellipsis,
           'NotImplemented': NotImplemented}


def _find(module, name):
    __import__(module)
    found = sys.modules[module]
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local attribute {name!r}")
        found = getattr(found, part)
    return found


class Pickler:
    def __init__(self, file=None, protocol=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        self.proto = HIGHEST_PROTOCOL if protocol < 0 else protocol
        if not 0 <= self.proto <= HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        self.file = file
        # A row for each object; rows name others by number. What they are of stays alive.
        self.rows = []
        self.numbers = {}
        self.kept = []

    def dump(self, obj):
        top = self.save(obj)
        self.file.write(json.dumps([top, self.rows]).encode() + b'.')

    def row(self, obj, *row):
        self.rows.append(list(row))
        if obj is not None:
            self.numbers[id(obj)] = len(self.rows) - 1
            self.kept.append(obj)
        return len(self.rows) - 1

    def save(self, obj):
        for name, single in _SINGLE.items():
            if obj is single:
                return self.row(None, 'single', name)
        known = self.numbers.get(id(obj))
        if known is not None:
            return known
        kind = type(obj)
        if kind is str:
            return self.row(obj, 'str', [ord(c) for c in obj])
        if kind in (bytes, bytearray):
            return self.row(obj, kind.__name__, list(obj))
        if kind in (int, float, complex):
            return self.row(obj, kind.__name__, repr(obj))
        if kind in (list, set):
            at = self.row(obj, kind.__name__)
            self.rows[at].append([self.save(item) for item in obj])
            return at
        if kind is dict:
            at = self.row(obj, 'dict')
            self.rows[at].append([[self.save(k), self.save(v)] for k, v in obj.items()])
            return at
        if kind in (tuple, frozenset):
            items = [self.save(item) for item in obj]
            known = self.numbers.get(id(obj))
            return self.row(obj, kind.__name__, items) if known is None else known
        reduce = copyreg.dispatch_table.get(kind)
        if reduce is not None:
            value = reduce(obj)
        elif issubclass(kind, type):
            return self.by_name(obj)
        else:
            if kind.__name__ in ('function', 'builtin_function_or_method') and not (
                    kind.__name__ != 'function' and hasattr(obj, '__self__')
                    and type(obj.__self__).__name__ not in ('module', 'NoneType')):
                return self.by_name(obj)
            reduce = getattr(obj, '__reduce_ex__', None)
            if reduce is not None:
                value = reduce(self.proto)
            else:
                reduce = getattr(obj, '__reduce__', None)
                if reduce is None:
                    raise PicklingError(f"Can't pickle {kind.__name__!r} object: {obj!r}")
                value = reduce()
        if isinstance(value, str):
            return self.by_name(obj, value)
        if not isinstance(value, tuple):
            raise PicklingError(f'{reduce} must return string or tuple')
        if not 2 <= len(value) <= 6:
            raise PicklingError(f'Tuple returned by {reduce} must have two to six elements')
        return self.reduced(obj, *value)

    def by_name(self, obj, name=None):
        if obj is type(None) or obj is type(NotImplemented) or obj is type(...):
            return self.row(obj, 'type', self.save(obj() if obj is type(None) else
                                                   {type(...): ...}.get(obj, NotImplemented)))
        name = name or getattr(obj, '__qualname__', None) or obj.__name__
        module = getattr(obj, '__module__', None)
        if module is None:
            module = '__main__'
            for other, found in list(sys.modules.items()):
                if other not in ('__main__', '__mp_main__') and found is not None \
                        and getattr(found, name, None) is obj:
                    module = other
                    break
        try:
            found = _find(module, name)
        except (ImportError, KeyError, AttributeError):
            if '<locals>' in name.split('.') and not isinstance(obj, type):
                raise AttributeError(f"Can't pickle local object {name!r}") from None
            raise PicklingError(f"Can't pickle {obj!r}: it's not found as "
                                f'{module}.{name}') from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as "
                                f'{module}.{name}')
        return self.row(obj, 'global', module, name)

    def reduced(self, obj, func, args, state=None, items=None, pairs=None, setter=None):
        if not isinstance(args, tuple):
            raise PicklingError('args from save_reduce() must be a tuple')
        if not callable(func):
            raise PicklingError('func from save_reduce() must be callable')
        if getattr(func, '__name__', '') == '__newobj__' and self.proto >= 2:
            cls = args[0]
            if not hasattr(cls, '__new__'):
                raise PicklingError('args[0] from __newobj__ args has no __new__')
            if obj is not None and cls is not obj.__class__:
                raise PicklingError('args[0] from __newobj__ args has the wrong class')
        func, args = self.save(func), self.save(args)
        if id(obj) in self.numbers:
            return self.numbers[id(obj)]
        # A frozen state, as a pickle has.
        at = self.row(obj, 'object', func, args)
        row = self.rows[at]
        row.append([self.save(item) for item in items] if items is not None else None)
        row.append([[self.save(k), self.save(v)] for k, v in pairs]
                   if pairs is not None else None)
        row.append(self.save(state) if state is not None else None)
        row.append(self.save(setter) if setter is not None else None)
        return at


class Unpickler:
    def __init__(self, file, **ignored):
        self.file = file

    def load(self):
        text = self.file.read()
        if not text.endswith(b'.'):
            raise EOFError('Ran out of input')
        top, self.rows = json.loads(text[:-1].decode())
        self.made = {}
        return self.get(top)

    def get(self, at):
        if at in self.made:
            return self.made[at]
        kind, *rest = self.rows[at]
        made = self.make(at, kind, *rest)
        self.made[at] = made
        return made

    def make(self, at, kind, *rest):
        if kind == 'single':
            return _SINGLE[rest[0]]
        if kind == 'str':
            return ''.join(map(chr, rest[0]))
        if kind in ('bytes', 'bytearray'):
            return bytes(rest[0]) if kind == 'bytes' else bytearray(rest[0])
        if kind in ('int', 'float', 'complex'):
            return {'int': int, 'float': float, 'complex': complex}[kind](rest[0])
        if kind == 'type':
            return type(self.get(rest[0]))
        if kind == 'global':
            return self.find_class(*rest)
        if kind in ('tuple', 'frozenset'):
            items = [self.get(item) for item in rest[0]]
            if at in self.made:
                return self.made[at]
            return tuple(items) if kind == 'tuple' else frozenset(items)
        if kind == 'list':
            made = self.made[at] = []
            made.extend(self.get(item) for item in rest[0])
            return made
        if kind == 'set':
            made = self.made[at] = set()
            made.update([self.get(item) for item in rest[0]])
            return made
        if kind == 'dict':
            made = self.made[at] = {}
            for key, value in rest[0]:
                made[self.get(key)] = self.get(value)
            return made
        func, args, items, pairs, state, setter = rest
        func, args = self.get(func), self.get(args)
        made = self.made[at] = func(*args)
        if items is not None:
            if hasattr(made, 'extend'):
                made.extend([self.get(item) for item in items])
            else:
                for item in items:
                    made.append(self.get(item))
        if pairs is not None:
            for key, value in pairs:
                made[self.get(key)] = self.get(value)
        if state is not None:
            self.set_state(made, self.get(state),
                           None if setter is None else self.get(setter))
        return made

    def find_class(self, module, name):
        return _find(module, name)

    def set_state(self, made, state, setter):
        if setter is not None:
            setter(made, state)
            return
        own = getattr(made, '__setstate__', None)
        if own is not None:
            own(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            made.__dict__.update({sys.intern(k) if type(k) is str else k: v
                                  for k, v in state.items()})
        if slots:
            for name, value in slots.items():
                setattr(made, name, value)


class _Bytes:
    def __init__(self, data=b''):
        self.data = data

    def write(self, data):
        self.data += data

    def read(self):
        return self.data


def dumps(obj, protocol=None, **ignored):
    file = _Bytes()
    Pickler(file, protocol).dump(obj)
    return file.data


def loads(data, **ignored):
    return Unpickler(_Bytes(bytes(data))).load()


def dump(obj, file, protocol=None, **ignored):
    Pickler(file, protocol).dump(obj)


def load(file, **ignored):
    return Unpickler(file).load()
