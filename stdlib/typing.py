"""Names for annotations; at run time they are light objects."""

from abc import ABCMeta

TYPE_CHECKING = False

_ALIASES = {
    'List': list, 'Dict': dict, 'Set': set, 'FrozenSet': frozenset,
    'Tuple': tuple, 'Type': type, 'Text': None,
    'DefaultDict': 'collections.defaultdict',
    'OrderedDict': 'collections.OrderedDict',
    'Counter': 'collections.Counter', 'ChainMap': 'collections.ChainMap',
    'Deque': 'collections.deque',
    'ContextManager': 'contextlib.AbstractContextManager',
    'AsyncContextManager': 'contextlib.AbstractAsyncContextManager',
    'Pattern': 're.Pattern', 'Match': 're.Match',
}
_ABSTRACT = (
    'Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator',
    'AsyncGenerator', 'Hashable', 'Iterable', 'Iterator', 'Generator',
    'Reversible', 'Sized', 'Container', 'Callable', 'Collection',
    'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView',
    'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence', 'ByteString')

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
    'LiteralString', 'Never', 'NewType', 'no_type_check', 'NoReturn',
    'NotRequired', 'overload', 'override', 'ParamSpecArgs',
    'ParamSpecKwargs', 'Required', 'reveal_type', 'runtime_checkable',
    'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'Unpack']


def _show(item):
    if item is ...:
        return '...'
    if isinstance(item, (list, tuple)):
        return '[' + ', '.join([_show(i) for i in item]) + ']'
    if isinstance(item, type) and not hasattr(item, '__args__'):
        if item.__module__ == 'builtins':
            return item.__qualname__
        return f'{item.__module__}.{item.__qualname__}'
    return repr(item)


class _Operators:
    # What every annotation can do: be part of a union, refuse to be called.
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _load(path):
    module, name = path.rsplit('.', 1)
    __import__(module)
    import sys
    return getattr(sys.modules[module], name)


class _Special(_Operators):
    # A name such as List, which stands for a real class, or ClassVar.
    def __init__(self, name, origin=None):
        self._name = name
        self._origin = origin
        self.__module__ = 'typing'

    @property
    def __origin__(self):
        if isinstance(self._origin, str):
            self._origin = _load(self._origin)
        if self._origin is None:
            raise AttributeError('__origin__')
        return self._origin

    def __repr__(self):
        return f'typing.{self._name}'

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        origin = self if self._origin is None else self.__origin__
        if self._name == 'Callable' and len(params) == 2 and isinstance(
                params[0], list):
            return _Alias(origin, (*params[0], params[1]), self._name,
                          params)
        params = tuple([_plain(p) for p in params])
        return _Alias(origin, params, self._name)

    def __call__(self, *args, **kwds):
        if self._origin is None:
            raise TypeError(f'Cannot instantiate {self!r}')
        raise TypeError(f'Type {self._name} cannot be instantiated; use '
                        f'{self.__origin__.__name__}() instead')

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        if self._origin is None:
            raise TypeError(f'{self!r} cannot be used with isinstance()')
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if self._origin is None:
            raise TypeError(f'{self!r} cannot be used with issubclass()')
        return issubclass(cls, self.__origin__)


def _plain(param):
    if param is None:
        return type(None)
    if isinstance(param, str):
        return ForwardRef(param)
    return param


class _Alias(_Operators):
    # A subscripted name: List[int], Optional[str], MyGeneric[T].
    def __init__(self, origin, args, name=None, shown=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self._shown = args if shown is None else shown

    @property
    def __parameters__(self):
        found = []
        for arg in self.__args__:
            if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
                arg = (arg,)
            else:
                arg = getattr(arg, '__parameters__', ())
            found += [p for p in arg if p not in found]
        return tuple(found)

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        chosen = dict(zip(self.__parameters__, map(_plain, params)))

        def fill(arg):
            inner = getattr(arg, '__parameters__', ())
            if isinstance(arg, TypeVar):
                return chosen.get(arg, arg)
            if inner:
                return arg[tuple([chosen.get(p, p) for p in inner])]
            return arg

        if not chosen:
            raise TypeError(f'{self!r} is not a generic class')
        args = tuple([fill(arg) for arg in self.__args__])
        if self.__origin__ is Union:
            return Union[args]
        shown = None
        if self._shown is not self.__args__:
            shown = (list(args[:-1]), args[-1])
        return _Alias(self.__origin__, args, self._name, shown)

    def __repr__(self):
        args = self._shown
        if self.__origin__ is Union:
            rest = [a for a in args if a is not type(None)]
            if len(rest) == 1 and len(args) == 2:
                return f'typing.Optional[{_show(rest[0])}]'
            args = [None if a is type(None) else a for a in args]
            return 'typing.Union[' + ', '.join(
                ['NoneType' if a is None else _show(a) for a in args]) + ']'
        if self._name is None:
            name = _show(self.__origin__)
        else:
            name = f'typing.{self._name}'
        if self._name == 'Literal':
            return f'{name}[{", ".join(map(repr, args))}]'
        return f'{name}[{", ".join([_show(a) for a in args]) or "()"}]'

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is not other.__origin__:
            return False
        if self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwds):
        origin = self.__origin__
        if not isinstance(origin, type):
            raise TypeError(f'Cannot instantiate {self!r}')
        if self._name is not None:
            raise TypeError(f'Type {self._name} cannot be instantiated; use '
                            f'{origin.__name__}() instead')
        result = origin(*args, **kwds)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __getattr__(self, name):
        if not name.startswith('__'):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if origin is Generic or origin is Protocol:
            at = bases.index(self)
            for base in bases[at + 1:]:
                if isinstance(base, _Alias) or (
                        origin is Generic and isinstance(base, type)
                        and issubclass(base, Generic)):
                    return () if origin is Generic else (origin,)
        return (origin,)

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return any([isinstance(obj, arg) for arg in self.__args__])
        raise TypeError('Subscripted generics cannot be used with class and '
                        'instance checks')

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any([issubclass(cls, arg) for arg in self.__args__])
        raise TypeError('Subscripted generics cannot be used with class and '
                        'instance checks')


class _UnionName(_Special):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if not params:
            raise TypeError('Cannot take a Union of no types.')
        flat = []
        for param in params:
            param = _plain(param)
            if (getattr(param, '__origin__', None) is Union
                    or type(param).__name__ == 'UnionType'):
                flat.extend(param.__args__)
            else:
                flat.append(param)
        unique = []
        for param in flat:
            if param not in unique:
                unique.append(param)
        if len(unique) == 1:
            return unique[0]
        return _Alias(Union, tuple(unique), 'Union')


class _OptionalName(_Special):
    def __getitem__(self, param):
        return Union[param, None]


class _LiteralName(_Special):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        unique = []
        for param in params:
            if not any([param == u and type(param) is type(u)
                        for u in unique]):
                unique.append(param)
        return _Alias(Literal, tuple(unique), 'Literal')


class _AnnotatedName(_Special):
    def __getitem__(self, params):
        return _AnnotatedAlias(_plain(params[0]), params[1:])


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), 'Annotated')
        self.__metadata__ = metadata

    def __repr__(self):
        meta = ', '.join(map(repr, self.__metadata__))
        return f'typing.Annotated[{_show(self.__origin__)}, {meta}]'

    def __call__(self, *args, **kwds):
        return self.__origin__(*args, **kwds)


Union = _UnionName('Union')
Optional = _OptionalName('Optional')
Literal = _LiteralName('Literal')
Annotated = _AnnotatedName('Annotated')
for _name in ('ClassVar', 'Final', 'NoReturn', 'Never', 'Self',
              'LiteralString', 'TypeAlias', 'TypeGuard', 'TypeIs', 'Unpack',
              'Required', 'NotRequired', 'ReadOnly', 'Concatenate'):
    globals()[_name] = _Special(_name)
for _name, _origin in _ALIASES.items():
    globals()[_name] = _Special(_name, _origin)
for _name in _ABSTRACT:
    globals()[_name] = _Special(_name, 'collections.abc.' + _name)
AbstractSet = _Special('AbstractSet', 'collections.abc.Set')
Text = str


class _AnyType(type):
    def __repr__(cls):
        return 'typing.Any' if cls is Any else type.__repr__(cls)

    def __instancecheck__(cls, obj):
        if cls is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return type.__instancecheck__(cls, obj)


class Any(metaclass=_AnyType):
    """Every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class ForwardRef(_Operators):
    """A type given as text."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError('Forward reference must be a string -- got '
                            f'{arg!r}')
        self.__forward_arg__ = arg

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


class TypeVar(_Operators):
    """A type that is left open."""

    def __init__(self, name, *constraints, bound=None, covariant=False,
                 contravariant=False, infer_variance=False, default=None):
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__default__ = default

    def __repr__(self):
        sign = '~'
        if self.__covariant__:
            sign = '+'
        elif self.__contravariant__:
            sign = '-'
        return sign + self.__name__


class ParamSpecArgs:
    """P.args"""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs:
    """P.kwargs"""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(TypeVar):
    """Parameters that are left open."""

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(TypeVar):
    """Any number of types that are left open."""

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar('AnyStr', bytes, str)


class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        return _Alias(cls, tuple([_plain(p) for p in params]))


_NOT_MEMBERS = frozenset((
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__',
    '__init__', '__module__', '__new__', '__slots__', '__subclasshook__',
    '__weakref__', '__class_getitem__', '__match_args__', '__init_subclass__',
    '__orig_bases__', '__parameters__', '__qualname__',
    '__static_attributes__', '__firstlineno__', '_is_protocol',
    '_is_runtime_protocol', '_abc_registry',
    '_abc_yes', '_abc_no', '_abc_no_at', '_abc_impl', '__protocol_attrs__'))


def _members(cls):
    names = set()
    for base in cls.__mro__:
        if base.__name__ not in ('Protocol', 'Generic', 'object'):
            names.update(base.__dict__)
            names.update(base.__dict__.get('__annotations__', ()))
    return names - _NOT_MEMBERS


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, obj):
        if not cls.__dict__.get('_is_protocol'):
            return super().__instancecheck__(obj)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with '
                            '@runtime_checkable protocols')
        if super().__instancecheck__(obj):
            return True
        return all([hasattr(obj, name) for name in _members(cls)])

    def __subclasscheck__(cls, sub):
        if cls.__dict__.get('_is_protocol') and isinstance(sub, type):
            if cls in sub.__mro__:
                return True
            if getattr(cls, '_is_runtime_protocol', False):
                return all([hasattr(sub, name) for name in _members(cls)])
            if cls is not Protocol:
                raise TypeError('Instance and class checks can only be used '
                                'with @runtime_checkable protocols')
        return super().__subclasscheck__(sub)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that only say which methods there must be."""

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__

    def __new__(cls, *args, **kwargs):
        if cls._is_protocol:
            raise TypeError('Protocols cannot be instantiated')
        return super().__new__(cls)


def runtime_checkable(cls):
    """Allow isinstance() with a protocol."""
    if not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol '
                        f'classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def _supports(name, method):
    cls = _ProtocolMeta(name, (Protocol,), {method: lambda self: None,
                                            '__module__': 'typing'})
    globals()[name] = runtime_checkable(cls)


for _name in ('Abs', 'Bytes', 'Complex', 'Float', 'Index', 'Int', 'Round'):
    _supports('Supports' + _name, f'__{_name.lower()}__')


class IO(Generic):
    """A file."""


class BinaryIO(IO):
    """A file of bytes."""


class TextIO(IO):
    """A file of text."""


def _named_tuple(name, types, defaults, module):
    from collections import namedtuple
    fields = [field for field, _ in types]
    cls = namedtuple(name, fields, defaults=defaults, module=module)
    cls.__annotations__ = dict(types)
    return cls


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if bases == () and name == '_NamedTuple':
            return super().__new__(mcls, name, bases, namespace)
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and '
                                'Generic')
        types = namespace.get('__annotations__', {})
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                plural = 's' if len(defaults) > 1 else ''
                raise TypeError(f'Non-default namedtuple field {field} cannot '
                                f'follow default field{plural} '
                                f'{", ".join(defaults)}')
        cls = _named_tuple(name, types.items(),
                           [namespace[field] for field in defaults],
                           namespace.get('__module__'))
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__',
                       '_fields', '_field_defaults', '_make', '_replace',
                       '_asdict'):
                raise AttributeError('Cannot overwrite NamedTuple attribute '
                                     + key)
            if key not in types and key not in (
                    '__module__', '__dict__', '__weakref__',
                    '__orig_bases__', '__annotations__'):
                setattr(cls, key, value)
        if Generic in bases:
            from types import GenericAlias
            cls.__class_getitem__ = classmethod(GenericAlias)
        return cls


class _NamedTuple(metaclass=_NamedTupleMeta):
    pass


class _NamedTupleName:
    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        import sys
        module = sys._getframe(1).f_globals.get('__name__', '__main__')
        return _named_tuple(typename, list(fields), None, module)

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return '<function NamedTuple>'


NamedTuple = _NamedTupleName()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        cls = type.__new__(mcls, name, (dict,), namespace)
        notes, required, optional = {}, set(), set()
        for base in bases:
            notes.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        for key, note in namespace.get('__annotations__', {}).items():
            notes[key] = note
            origin = getattr(note, '__origin__', None)
            if origin is Required or (total and origin is not NotRequired):
                required.add(key)
            else:
                optional.add(key)
        cls.__annotations__ = notes
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(optional)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


class _TypedDictName:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        notes = dict(kwargs if fields is None else fields)
        return _TypedDictMeta(typename, (), {'__annotations__': notes},
                              total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (dict,), {})
TypedDict = _TypedDictName()


class NewType(_Operators):
    """A name for a type that checkers keep apart."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rsplit('.', 1)[-1]
        self.__supertype__ = tp
        import sys
        self.__module__ = sys._getframe(1).f_globals.get('__name__')

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'


def is_typeddict(tp):
    """True for a TypedDict class."""
    return isinstance(type(tp), type) and type(tp) is _TypedDictMeta


def cast(typ, val):
    """The value itself."""
    return val


def assert_type(val, typ, /):
    """The value itself."""
    return val


def assert_never(arg, /):
    """Refuse to be reached."""
    raise AssertionError('Expected code to be unreachable, but got: '
                         f'{arg!r}')


def reveal_type(obj, /):
    """Say the type on stderr."""
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A '
                              'series of @overload-decorated functions '
                              'outside a stub module should always be '
                              'followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    """Mark one of several signatures."""
    f = getattr(func, '__func__', func)
    key = (getattr(f, '__module__', None), getattr(f, '__qualname__', None))
    _overloads.setdefault(key, []).append(func)
    return _overload_dummy


def get_overloads(func):
    """The signatures marked for a function."""
    f = getattr(func, '__func__', func)
    return list(_overloads.get((f.__module__, f.__qualname__), ()))


def clear_overloads():
    """Forget all marked signatures."""
    _overloads.clear()


def _marker(name):
    def mark(f):
        try:
            setattr(f, name, True)
        except (AttributeError, TypeError):
            pass
        return f
    return mark


final = _marker('__final__')
override = _marker('__override__')
no_type_check = _marker('__no_type_check__')


def dataclass_transform(**kwargs):
    """Mark a decorator that works like dataclass()."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = kwargs
        return cls_or_fn
    return decorator


def get_origin(tp):
    """List[int] -> list; None for what is not subscripted."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if tp is Generic:
        return Generic
    if type(tp).__name__ == 'UnionType':
        return type(tp)
    if isinstance(tp, (_Alias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    return getattr(tp, '__origin__', None)


def get_args(tp):
    """Dict[str, int] -> (str, int)."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    args = getattr(tp, '__args__', None)
    if args is None or isinstance(tp, _Special):
        return ()
    name = getattr(getattr(tp, '__origin__', None), '__name__', None)
    if name == 'Callable' and not (len(args) == 2 and args[0] is ...):
        return list(args[:-1]), args[-1]
    return args


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations, with those given as text evaluated."""
    if isinstance(obj, type):
        hints = {}
        import sys
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = globalns
            if names is None:
                names = getattr(module, '__dict__', {})
            _evaluate(base.__dict__.get('__annotations__', {}), names,
                      localns or dict(vars(base)), include_extras, hints)
        return hints
    while hasattr(obj, '__wrapped__'):
        obj = obj.__wrapped__
    if globalns is None:
        globalns = getattr(obj, '__globals__', None) or getattr(
            obj, '__dict__', {})
    hints = {}
    _evaluate(getattr(obj, '__annotations__', {}), globalns, localns,
              include_extras, hints)
    return hints


def _evaluate(notes, globalns, localns, include_extras, hints):
    for name, note in notes.items():
        if note is None:
            note = type(None)
        if isinstance(note, ForwardRef):
            note = note.__forward_arg__
        if isinstance(note, str):
            note = eval(note, dict(globalns), localns or {})
            if note is None:
                note = type(None)
        if not include_extras and isinstance(note, _AnnotatedAlias):
            note = note.__origin__
        hints[name] = note


del _name, _origin
