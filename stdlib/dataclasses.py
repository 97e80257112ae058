"""Classes made of annotated fields."""

import sys

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar',
           'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple',
           'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was to be changed."""


class _Sign:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


MISSING = _Sign('<dataclasses._MISSING_TYPE object>')
KW_ONLY = _Sign('<dataclasses._KW_ONLY_TYPE object>')
_HAS_DEFAULT_FACTORY = _Sign('<factory>')
_FIELD = _Sign('_FIELD')
_FIELD_CLASSVAR = _Sign('_FIELD_CLASSVAR')
_FIELD_INITVAR = _Sign('_FIELD_INITVAR')

# The type has no other name that is worth an import.
_MappingProxy = type(type.__dict__)
_NO_METADATA = _MappingProxy({})

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class InitVar:
    """An annotation for parameters that are only passed to __post_init__."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not hasattr(self.type, '__args__'):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


def _recursive_repr(function):
    # '...' for an object whose text is being made already.
    busy = set()

    def __repr__(self):
        if id(self) in busy:
            return '...'
        busy.add(id(self))
        try:
            return function(self)
        finally:
            busy.discard(id(self))
    return __repr__


class Field:
    """What is known about one field."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr',
                 'hash', 'init', 'compare', 'metadata', 'kw_only',
                 '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare,
                 metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = (_NO_METADATA if metadata is None
                         else _MappingProxy(metadata))
        self.kw_only = kw_only
        self._field_type = None

    @_recursive_repr
    def __repr__(self):
        return ('Field('
                f'name={self.name!r},type={self.type!r},'
                f'default={self.default!r},'
                f'default_factory={self.default_factory!r},'
                f'init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True,
          hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Say more about a field than its type."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare,
                 metadata, kw_only)


class _DataclassParams:
    def __init__(self, **params):
        self.__dict__.update(params)

    def __repr__(self):
        items = [f'{k}={v!r}' for k, v in self.__dict__.items()]
        return f'_DataclassParams({",".join(items)})'


def _named(cls, text, module):
    # What an annotation in text names, as far as 'ClassVar', 'typing.ClassVar'
    # and the like go; `module` is the name of the module that has them.
    def word(text):
        text = text.lstrip()
        end = 0
        while end < len(text) and (text[end].isalnum() or text[end] == '_'):
            end += 1
        return text[:end], text[end:]
    name, rest = word(text)
    names = getattr(sys.modules.get(cls.__module__), '__dict__', None)
    if rest.lstrip().startswith('.'):
        owner = sys.modules.get(module)
        if names is None or owner is None or names.get(name) is not owner:
            return None
        names = owner.__dict__
        name, rest = word(rest.lstrip()[1:])
    return None if names is None else names.get(name)


def _is_classvar(note, cls):
    if isinstance(note, str):
        note = _named(cls, note, 'typing')
    typing = sys.modules.get('typing')
    return typing is not None and (
        note is typing.ClassVar
        or getattr(note, '__origin__', None) is typing.ClassVar)


def _is_initvar(note, cls):
    if isinstance(note, str):
        note = _named(cls, note, 'dataclasses')
    return note is InitVar or type(note) is InitVar


def _is_kw_only(note, cls):
    if isinstance(note, str):
        note = _named(cls, note, 'dataclasses')
    return note is KW_ONLY


def _get_field(cls, name, note, kw_only):
    default = cls.__dict__.get(name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        slots = cls.__dict__.get('__slots__', ())
        if default is not MISSING and name in slots:
            default = MISSING  # A slot's descriptor, not a default.
        f = field(default=default)
    f.name = name
    f.type = note
    if _is_classvar(note, cls):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(note, cls):
        f._field_type = _FIELD_INITVAR
    else:
        f._field_type = _FIELD
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies '
                            'kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if (f._field_type is _FIELD
            and f.default.__class__.__hash__ is None):
        raise ValueError(f'mutable default {type(f.default)} for field '
                         f'{name} is not allowed: use default_factory')
    return f


def _function(cls, name, params, body, names):
    # The one place that compiles text; `names` are visible to the function.
    source = (f'def _make({", ".join(names)}):\n'
              f'  def {name}({params}):\n'
              + ''.join([f'    {line}\n' for line in body])
              + f'  return {name}\n')
    scope = {}
    exec(source, scope)
    function = scope['_make'](**names)
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    module = sys.modules.get(cls.__module__)
    function.__module__ = cls.__module__ if module else __name__
    return function


def _init_function(cls, fields, frozen, has_post_init, slots):
    names = {'_FACTORY': _HAS_DEFAULT_FACTORY, '_set': object.__setattr__}
    notes = {}
    normal = [f for f in fields if f.init and not f.kw_only]
    keyword = [f for f in fields if f.init and f.kw_only]
    seen = None
    for f in normal:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen = f
        elif seen is not None:
            raise TypeError(f'non-default argument {f.name!r} follows '
                            'default argument')
    me = 'self'
    if any(f.name == 'self' for f in fields):
        me = '__dataclass_self__'

    def param(f):
        notes[f.name] = f.type
        if f.default is not MISSING:
            names[f'_default_{f.name}'] = f.default
            return f'{f.name}=_default_{f.name}'
        if f.default_factory is not MISSING:
            return f'{f.name}=_FACTORY'
        return f.name

    params = [me, *map(param, normal)]
    if keyword:
        params += ['*', *map(param, keyword)]
    body = []
    for f in fields:
        value = f.name
        if f.default_factory is not MISSING:
            names[f'_make_{f.name}'] = f.default_factory
            value = f'_make_{f.name}()'
            if f.init:
                value += f' if {f.name} is _FACTORY else {f.name}'
        elif not f.init:
            if not slots or f.default is MISSING:
                continue
            names[f'_default_{f.name}'] = f.default
            value = f'_default_{f.name}'
        if f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            body.append(f'_set({me}, {f.name!r}, {value})')
        else:
            body.append(f'{me}.{f.name} = {value}')
    if has_post_init:
        passed = [f.name for f in fields if f._field_type is _FIELD_INITVAR]
        body.append(f'{me}.__post_init__({", ".join(passed)})')
    function = _function(cls, '__init__', ', '.join(params), body or ['pass'],
                         names)
    function.__annotations__ = {**notes, 'return': None}
    return function


def _repr_function(fields):
    names = [f.name for f in fields]
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            items = [f'{name}={getattr(self, name)!r}' for name in names]
            return f'{self.__class__.__qualname__}({", ".join(items)})'
        finally:
            running.discard(key)

    return __repr__


def _tuple_text(obj, fields):
    if not fields:
        return '()'
    return '(' + ''.join([f'{obj}.{f.name},' for f in fields]) + ')'


def _compare_function(cls, name, op, fields):
    mine, theirs = _tuple_text('self', fields), _tuple_text('other', fields)
    return _function(cls, name, 'self, other',
                     ['if other.__class__ is self.__class__:',
                      f'  return {mine} {op} {theirs}',
                      'return NotImplemented'], {})


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    value.__qualname__ = f'{cls.__qualname__}.{value.__name__}'
    setattr(cls, name, value)
    return False


def _freeze(cls, fields):
    frozen = frozenset(f.name for f in fields)

    def __setattr__(self, name, value):
        if type(self) is cls or name in frozen:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in frozen:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if _set_new(cls, function.__name__, function):
            raise TypeError('Cannot overwrite attribute '
                            f'{function.__name__} in class {cls.__name__}')


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen,
                   match_args, kw_only, slots, weakref_slot):
    fields = {}
    if not isinstance(cls, type):
        # What is no class is asked for its module first.
        cls.__module__
    has_bases = any_frozen = all_thawed = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            has_bases = True
            fields.update(base_fields)
            if getattr(base, _PARAMS).frozen:
                any_frozen = True
            else:
                all_thawed = True
    notes = cls.__dict__.get('__annotations__', {})
    own = []
    only_keywords = kw_only
    seen_marker = False
    for name, note in notes.items():
        if _is_kw_only(note, cls):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has '
                                'already been specified')
            seen_marker = only_keywords = True
        else:
            own.append(_get_field(cls, name, note, only_keywords))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in notes:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_bases:
        if any_frozen and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a '
                            'frozen one')
        if all_thawed and frozen and not any_frozen:
            raise TypeError('cannot inherit frozen dataclass from a '
                            'non-frozen one')
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
        frozen=frozen))
    class_hash = cls.__dict__.get('__hash__', MISSING)
    explicit_hash = not (class_hash is MISSING or class_hash is None
                         and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    in_init = [f for f in fields.values()
               if f._field_type is not _FIELD_CLASSVAR]
    real = [f for f in fields.values() if f._field_type is _FIELD]
    own_init = '__init__' in cls.__dict__
    if init:
        _set_new(cls, '__init__', _init_function(
            cls, in_init, frozen, hasattr(cls, '__post_init__'), slots))
    if repr:
        _set_new(cls, '__repr__', _repr_function([f for f in real if f.repr]))
    compared = [f for f in real if f.compare]
    if eq and '__eq__' not in cls.__dict__:
        _set_new(cls, '__eq__',
                 _compare_function(cls, '__eq__', '==', compared))
    if order:
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'),
                         ('__ge__', '>=')):
            if _set_new(cls, name, _compare_function(cls, name, op,
                                                     compared)):
                raise TypeError(f'Cannot overwrite attribute {name} in class '
                                f'{cls.__name__}. Consider using '
                                'functools.total_ordering')
    if frozen:
        _freeze(cls, real)
    if unsafe_hash:
        if explicit_hash:
            raise TypeError('Cannot overwrite attribute __hash__ in class '
                            f'{cls.__name__}')
        make_hash = True
    else:
        make_hash = eq and frozen and not explicit_hash
    if make_hash:
        hashed = [f for f in real
                  if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = _function(cls, '__hash__', 'self',
                                 [f'return hash({_tuple_text("self", hashed)})'
                                  ], {})
    elif eq and not explicit_hash:
        cls.__hash__ = None
    if not cls.__dict__.get('__doc__'):
        _describe(cls, in_init if init and not own_init else None)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in in_init
                                    if f.init and not f.kw_only])
    if getattr(cls, '__abstractmethods__', ()):
        # The methods that were added may be those that were missing.
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    return cls


def _describe(cls, fields):
    # The docstring is the signature; `fields` are those of our __init__.
    if fields is None:
        try:
            from inspect import signature
            text = str(signature(cls)).replace(' -> None', '')
        except (TypeError, ValueError):
            text = ''
        cls.__doc__ = cls.__name__ + text
        return
    params = [_param_text(f) for f in fields if f.init and not f.kw_only]
    keyword = [_param_text(f) for f in fields if f.init and f.kw_only]
    if keyword:
        params += ['*', *keyword]
    cls.__doc__ = f'{cls.__name__}({", ".join(params)})'


def _param_text(f):
    note = f.type
    if isinstance(note, type) and not hasattr(note, '__args__'):
        text = note.__qualname__
        if note.__module__ not in ('builtins', None):
            text = f'{note.__module__}.{text}'
    else:
        text = repr(note)
        if getattr(note, '__module__', None) == 'typing':
            text = text.replace('typing.', '')
    text = f'{f.name}: {text}'
    if f.default is not MISSING:
        text += f' = {f.default!r}'
    elif f.default_factory is not MISSING:
        text += ' = <factory>'
    return text


def _add_slots(cls, frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = [f.name for f in fields(cls)]
    taken = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        taken.update((slots,) if isinstance(slots, str) else slots)
    slots = [name for name in names if name not in taken]
    if weakref_slot and '__weakref__' not in taken:
        slots.append('__weakref__')
    namespace['__slots__'] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    if frozen:
        # These were bound to the class that is thrown away.
        namespace.pop('__setattr__', None)
        namespace.pop('__delattr__', None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    if frozen:
        _freeze(new, fields(new))
        if '__getstate__' not in namespace:
            new.__getstate__ = _getstate
            new.__setstate__ = _setstate
    return new


def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False,
              unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    """Add methods that follow from the annotated fields."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash,
                              frozen, match_args, kw_only, slots,
                              weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields as a tuple."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or '
                        'instance') from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """True for a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields and their values as a dict, all the way down."""
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _convert(obj, dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, all the way down."""
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _convert(obj, None, tuple_factory)


def _convert(obj, dict_factory, tuple_factory):
    cls = type(obj)
    if cls in (str, int, float, bool, type(None), bytes):
        return obj
    if hasattr(cls, _FIELDS):
        if tuple_factory is not None:
            return tuple_factory([
                _convert(getattr(obj, f.name), None, tuple_factory)
                for f in fields(obj)])
        return dict_factory([
            (f.name, _convert(getattr(obj, f.name), dict_factory, None))
            for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return cls(*[_convert(v, dict_factory, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return cls([_convert(v, dict_factory, tuple_factory) for v in obj])
    if isinstance(obj, dict):
        items = [(_convert(k, dict_factory, tuple_factory),
                  _convert(v, dict_factory, tuple_factory))
                 for k, v in obj.items()]
        if hasattr(cls, 'default_factory'):
            result = cls(obj.default_factory)
            for k, v in items:
                result[k] = v
            return result
        return cls(items)
    from copy import deepcopy
    return deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **params):
    """Make a dataclass from names, (name, type) or (name, type, field)."""
    namespace = {} if namespace is None else dict(namespace)
    notes = {}
    for item in fields:
        if isinstance(item, str):
            name, note = item, 'typing.Any'
        elif len(item) == 2:
            name, note = item
        elif len(item) == 3:
            name, note, namespace[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError('Field names must be valid identifiers: '
                            f'{name!r}')
        from keyword import iskeyword
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in notes:
            raise TypeError(f'Field name duplicated: {name!r}')
        notes[name] = note
    namespace['__annotations__'] = notes
    from types import new_class
    cls = new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))
    return dataclass(cls, **params)


def replace(obj, /, **changes):
    """A copy with other values in some fields."""
    if not _is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with '
                                 'init=False, it cannot be specified with '
                                 'replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with '
                                 'replace()')
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
