"""Names for annotations; at run time they are light objects."""

import collections
import sys
import types

import _typing_forms
from _typing_forms import (
    Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal,
    LiteralString, Never, NoReturn, NotRequired, Optional, ParamSpec,
    ParamSpecArgs, ParamSpecKwargs, Protocol, ReadOnly, Required, Self,
    TypeAlias, TypeAliasType, TypeGuard, TypeIs, TypeVar, TypeVarTuple, Union, Unpack,
    _AnnotatedAlias, _BaseGenericAlias, _CallableType, _ConcatenateGenericAlias,
    _GenericAlias, _NotIterable, _ProtocolMeta, _SpecialForm,
    _SpecialGenericAlias, _TupleType, _UnionGenericAlias, _UnpackGenericAlias,
    _caller, _eval_type, _is_param_expr, _type_check, _type_convert, _type_repr,
    _is_dunder)

TYPE_CHECKING = False

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final',
    'ForwardRef', 'Generic', 'Literal', 'Optional', 'ParamSpec', 'Protocol',
    'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet',
    'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView',
    'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView',
    'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized',
    'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine',
    'Collection', 'AsyncGenerator', 'AsyncContextManager', 'Reversible',
    'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat',
    'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter',
    'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set',
    'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO',
    'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never',
    'cast', 'clear_overloads', 'dataclass_transform', 'final', 'get_args',
    'get_origin', 'get_overloads', 'get_type_hints', 'is_typeddict',
    'LiteralString', 'Never', 'NewType', 'no_type_check',
    'no_type_check_decorator', 'NoReturn',
    'NotRequired', 'overload', 'override', 'ParamSpecArgs',
    'ParamSpecKwargs', 'Required', 'reveal_type', 'runtime_checkable',
    'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeAliasType', 'TypeGuard', 'Unpack']


# What tests of CPython call to forget cached subscriptions; nothing is cached.
_cleanups = []

T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
V_co = TypeVar('V_co', covariant=True)
VT_co = TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
CT_co = TypeVar('CT_co', covariant=True, bound=type)
AnyStr = TypeVar('AnyStr', bytes, str)
for _name in (T, KT, VT, T_co, V_co, VT_co, T_contra, CT_co, AnyStr):
    _name.__module__ = 'typing'

# How many parameters the classes of collections.abc take.
for _name, _count in (
        ('Hashable', 0), ('Awaitable', 1), ('Coroutine', 3),
        ('AsyncIterable', 1), ('AsyncIterator', 1), ('Iterable', 1),
        ('Iterator', 1), ('Reversible', 1), ('Sized', 0), ('Container', 1),
        ('Collection', 1), ('MutableSet', 1), ('Mapping', 2),
        ('MutableMapping', 2), ('Sequence', 1), ('MutableSequence', 1),
        ('ByteString', 0), ('MappingView', 1), ('KeysView', 1),
        ('ItemsView', 2), ('ValuesView', 1), ('Generator', 3),
        ('AsyncGenerator', 2)):
    globals()[_name] = _SpecialGenericAlias('collections.abc.' + _name, _count,
                                            name=_name)
AbstractSet = _SpecialGenericAlias('collections.abc.Set', 1, name='AbstractSet')
Callable = _CallableType('collections.abc.Callable', 2, name='Callable')
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
Type = _SpecialGenericAlias(type, 1, inst=False, name='Type')
for _name, _origin, _count in (('List', list, 1), ('Set', set, 1),
                               ('FrozenSet', frozenset, 1), ('Dict', dict, 2)):
    globals()[_name] = _SpecialGenericAlias(_origin, _count, inst=False,
                                            name=_name)
for _name, _origin, _count in (
        ('Deque', 'deque', 1), ('DefaultDict', 'defaultdict', 2),
        ('OrderedDict', 'OrderedDict', 2), ('Counter', 'Counter', 1),
        ('ChainMap', 'ChainMap', 2)):
    globals()[_name] = _SpecialGenericAlias('collections.' + _origin, _count,
                                            name=_name)
ContextManager = _SpecialGenericAlias('contextlib.AbstractContextManager', 1,
                                      name='ContextManager')
AsyncContextManager = _SpecialGenericAlias(
    'contextlib.AbstractAsyncContextManager', 1, name='AsyncContextManager')
Pattern = _SpecialGenericAlias('re.Pattern', 1, name='Pattern')
Match = _SpecialGenericAlias('re.Match', 1, name='Match')
Text = str
del _name, _origin, _count


def runtime_checkable(cls):
    """Allow isinstance() with a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)
            and getattr(cls, '_is_protocol', False)):
        raise TypeError('@runtime_checkable can be only applied to protocol '
                        f'classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    """Has __int__."""

    __slots__ = ()

    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """Has __float__."""

    __slots__ = ()

    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """Has __complex__."""

    __slots__ = ()

    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """Has __bytes__."""

    __slots__ = ()

    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """Has __index__."""

    __slots__ = ()

    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    """Has __abs__."""

    __slots__ = ()

    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    """Has __round__."""

    __slots__ = ()

    def __round__(self, ndigits: int = 0) -> T_co:
        pass


class IO(Generic[AnyStr]):
    """A file."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file of bytes."""

    __slots__ = ()


class TextIO(IO[str]):
    """A file of text."""

    __slots__ = ()


def _named_tuple(name, types, module, defaults=()):
    fields = [field for field, _ in types]
    msg = 'field {} annotation must be a type'
    notes = {field: _type_check(note, msg.format(field))
             for field, note in types}
    made = collections.namedtuple(name, fields, defaults=defaults,
                                  module=module)
    made.__annotations__ = made.__new__.__annotations__ = notes
    return made


_FIXED = frozenset(('__new__', '__init__', '__slots__', '__getnewargs__',
                    '_fields', '_field_defaults', '_field_types', '_make',
                    '_replace', '_asdict', '_source'))
_OWN = frozenset(('__module__', '__name__', '__annotations__', '__annotate__',
                  '__firstlineno__', '__static_attributes__'))


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and '
                                'Generic')
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        types_ = _body_notes(ns)
        defaults = []
        for field in types_:
            if field in ns:
                defaults.append(field)
            elif defaults:
                raise TypeError(
                    f'Non-default namedtuple field {field} cannot follow '
                    f'default field{"s" if len(defaults) > 1 else ""} '
                    f'{", ".join(defaults)}')
        made = _named_tuple(typename, list(types_.items()),
                            ns.get('__module__'),
                            [ns[field] for field in defaults])
        made.__bases__ = bases
        if Generic in bases:
            from types import GenericAlias
            made.__class_getitem__ = classmethod(
                Generic.__class_getitem__.__func__)
        for key in ns:
            if key in _FIXED:
                raise AttributeError('Cannot overwrite NamedTuple attribute '
                                     + key)
            if key not in _OWN and key not in made._fields:
                setattr(made, key, ns[key])
        if Generic in bases:
            made.__init_subclass__()
        return made


def _body_notes(ns):
    notes = ns.get('__annotations__')
    if notes is None:
        annotate = ns.get('__annotate__')
        notes = annotate(1) if callable(annotate) else {}
    return notes


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple whose fields have types."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to '
                        'NamedTuple, not both')
    made = _named_tuple(typename, list(fields), _caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def _namedtuple_mro_entries(bases):
    assert NamedTuple in bases
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and '
                                'a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) \
            else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        own = _body_notes(ns)
        msg = ("TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a "
               'type')
        own = {key: _type_check(note, msg, module=made.__module__)
               for key, note in own.items()}
        notes, required, optional = {}, set(), set()
        for base in bases:
            notes.update(base.__dict__.get('__annotations__', {}))
            for key in base.__dict__.get('__required_keys__', ()):
                required.add(key)
                optional.discard(key)
            for key in base.__dict__.get('__optional_keys__', ()):
                optional.add(key)
                required.discard(key)
        notes.update(own)
        for key, note in own.items():
            origin = get_origin(note)
            if origin is Annotated:
                args = get_args(note)
                if args:
                    note = args[0]
                    origin = get_origin(note)
            if origin is Required:
                needed = True
            elif origin is NotRequired:
                needed = False
            else:
                needed = total
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = notes
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, '__total__'):
            made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict whose keys have types, for checkers."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError('TypedDict takes either a dict or keyword arguments, '
                        'but not both')
    if kwargs:
        import warnings
        warnings.warn('The kwargs-based syntax for TypedDict definitions is '
                      'deprecated in Python 3.11, will be removed in Python '
                      '3.13, and may not be understood by third-party type '
                      'checkers.', DeprecationWarning, stacklevel=2)
    ns = {'__annotations__': dict(fields)}
    module = _caller()
    if module is not None:
        ns['__module__'] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """True for a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A name for a type that checkers keep apart."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Refuser:
            def __init_subclass__(cls):
                new = cls.__name__
                raise TypeError(
                    'Cannot subclass an instance of NewType. Perhaps you were '
                    f'looking for: `{new} = NewType({new!r}, {name})`')
        return (Refuser,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    """The value itself."""
    return val


def assert_type(val, typ, /):
    """The value itself."""
    return val


def assert_never(arg, /):
    """Refuse to be reached."""
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {text}')


def reveal_type(obj, /):
    """Say the type on stderr."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


# {module: {name: {line: function}}}
_overload_registry = collections.defaultdict(
    lambda: collections.defaultdict(dict))


def _overload_dummy(*args, **kwds):
    """Stands for one of several signatures."""
    raise NotImplementedError(
        'You should not call an overloaded function. A series of '
        '@overload-decorated functions outside a stub module should always be '
        'followed by an implementation that is not @overload-ed.')


def overload(func):
    """Mark one of several signatures."""
    f = getattr(func, '__func__', func)
    try:
        line = f.__code__.co_firstlineno
        _overload_registry[f.__module__][f.__qualname__][line] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The signatures marked for a function."""
    f = getattr(func, '__func__', func)
    of_module = _overload_registry.get(f.__module__, {})
    return list(of_module.get(f.__qualname__, {}).values())


def clear_overloads():
    """Forget all marked signatures."""
    _overload_registry.clear()


def final(f):
    """Mark what is not to be derived from or overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(f):
    """Mark what overrides a method of a base."""
    try:
        f.__override__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Mark annotations that are no types."""
    if isinstance(arg, type):
        for name in dir(arg):
            obj = getattr(arg, name)
            if (not hasattr(obj, '__qualname__')
                    or obj.__qualname__ != f'{arg.__qualname__}.'
                    f'{obj.__name__}'
                    or getattr(obj, '__module__', None) != arg.__module__):
                # Only what the class defines itself.
                continue
            if isinstance(obj, types.FunctionType):
                obj.__no_type_check__ = True
            if isinstance(obj, types.MethodType):
                obj.__func__.__no_type_check__ = True
            if isinstance(obj, type):
                no_type_check(obj)
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def no_type_check_decorator(decorator):
    """A decorator whose results are marked like that."""
    import functools

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


def dataclass_transform(*, eq_default=True, order_default=False,
                        kw_only_default=False, field_specifiers=(), **kwargs):
    """Mark a decorator that works like dataclass()."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default,
            'order_default': order_default,
            'kw_only_default': kw_only_default,
            'field_specifiers': field_specifiers,
            'kwargs': kwargs,
        }
        return cls_or_fn
    return decorator


def get_origin(tp):
    """List[int] -> list; None for what is not subscripted."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, types.GenericAlias, ParamSpecArgs,
                       ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def _shows_list(tp):
    # Whether Callable's arguments are given as a list.
    return (getattr(tp.__origin__, '__name__', None) == 'Callable'
            and not (len(tp.__args__) == 2 and _is_param_expr(tp.__args__[0])))


def get_args(tp):
    """Dict[str, int] -> (str, int)."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, types.GenericAlias)):
        args = tp.__args__
        if _shows_list(tp):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def _strip_annotations(t):
    """A type without Annotated, Required and NotRequired, all the way down."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, '__origin__') and t.__origin__ in (Required, NotRequired):
        return _strip_annotations(t.__args__[0])
    if not isinstance(t, (_GenericAlias, types.GenericAlias, types.UnionType)):
        return t
    args = tuple(_strip_annotations(a) for a in t.__args__)
    if args == t.__args__:
        return t
    if isinstance(t, _GenericAlias):
        return t.copy_with(args)
    if isinstance(t, types.GenericAlias):
        return types.GenericAlias(t.__origin__, args)
    whole = args[0]
    for arg in args[1:]:
        whole = whole | arg
    return whole


_HAVE_HINTS = (types.BuiltinFunctionType, types.FunctionType, types.MethodType,
               types.ModuleType, types.WrapperDescriptorType,
               types.MethodWrapperType, types.MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations, with those given as text evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            if globalns is None:
                names = getattr(sys.modules.get(base.__module__, None),
                                '__dict__', {})
            else:
                names = globalns
            notes = base.__dict__.get('__annotations__', {})
            if isinstance(notes, types.GetSetDescriptorType):
                notes = {}
            local = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                # A class's own names come after the module's.
                names, local = local, names
            for name, value in notes.items():
                if value is None:
                    value = type(None)
                if isinstance(value, str):
                    value = ForwardRef(value, is_argument=False, is_class=True)
                hints[name] = _eval_type(value, names, local)
    else:
        if globalns is None:
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, '__wrapped__'):
                    inner = inner.__wrapped__
                globalns = getattr(inner, '__globals__', {})
            if localns is None:
                localns = globalns
        elif localns is None:
            localns = globalns
        notes = getattr(obj, '__annotations__', None)
        if notes is None:
            if isinstance(obj, _HAVE_HINTS):
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, or '
                            'function.')
        for name, value in notes.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = ForwardRef(
                    value, is_argument=not isinstance(obj, types.ModuleType),
                    is_class=False)
            hints[name] = _eval_type(value, globalns, localns)
    if include_extras:
        return hints
    return {name: _strip_annotations(t) for name, t in hints.items()}
