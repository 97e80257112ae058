"""What `typing` is made of: special forms, type variables, subscripted names, generics."""

import sys
import types
from abc import ABCMeta

__all__ = ()


def _caller(depth=1, default='__main__'):
    # The module that called the function that asks.
    try:
        return sys._getframe(depth + 1).f_globals.get('__name__', default)
    except (AttributeError, ValueError):
        return None


def _is_alias(item):
    return isinstance(item, (_GenericAlias, types.GenericAlias))


def _type_repr(obj):
    """A type as annotations show it."""
    if isinstance(obj, types.GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, (list, tuple)):
        return '[' + ', '.join([_type_repr(item) for item in obj]) + ']'
    return repr(obj)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *,
                allow_special_forms=False):
    """The argument as a type; TypeError for what can be none."""
    refused = [Generic, Protocol]
    if not allow_special_forms:
        refused.append(ClassVar)
        if is_argument:
            refused.append(Final)
    arg = _type_convert(arg, module=module,
                        allow_special_forms=allow_special_forms)
    if isinstance(arg, _GenericAlias) and any(arg.__origin__ is form
                                             for form in refused):
        raise TypeError(f'{arg} is not valid as type argument')
    if any(arg is form for form in (Any, LiteralString, NoReturn, Never, Self,
                                    TypeAlias)):
        return arg
    if allow_special_forms and (arg is ClassVar or arg is Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic or arg is Protocol:
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _is_param_expr(arg):
    return (arg is ... or isinstance(arg, (tuple, list, ParamSpec,
                                           _ConcatenateGenericAlias)))


def _is_unpacked(arg):
    return (isinstance(arg, _UnpackGenericAlias)
            or getattr(arg, '__typing_is_unpacked_typevartuple__', False)
            or isinstance(arg, types.GenericAlias) and arg.__unpacked__)


def _is_unpacked_typevartuple(arg):
    return (not isinstance(arg, type)
            and getattr(arg, '__typing_is_unpacked_typevartuple__', False))


def _unpack_args(args):
    # *tuple[int, str] among the arguments is two arguments.
    flat = []
    for arg in args:
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner is not None and not (inner and inner[-1] is ...):
            flat.extend(inner)
        else:
            flat.append(arg)
    return flat


def _deduplicate(params):
    unique = []
    for param in params:
        if param not in unique:
            unique.append(param)
    return unique


def _collect_parameters(args):
    """The type variables of arguments, in order."""
    found = []

    def add(param):
        if not any(param is known for known in found):
            found.append(param)
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, (tuple, list)):
            for param in _collect_parameters(arg):
                add(param)
        elif hasattr(arg, '__typing_subst__'):
            add(arg)
        else:
            for param in getattr(arg, '__parameters__', ()):
                add(param)
    return tuple(found)


def _check_count(cls, params, wanted):
    if not wanted:
        raise TypeError(f'{cls} is not a generic class')
    if len(params) != wanted:
        word = 'many' if len(params) > wanted else 'few'
        raise TypeError(f'Too {word} arguments for {cls}; actual {len(params)}, '
                        f'expected {wanted}')


class _Final:
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError('Cannot subclass special typing classes')


class _Unioned:
    # What every annotation can do: be part of a union.
    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _NotIterable:
    __slots__ = ()
    __iter__ = None


class _SpecialForm(_Final, _NotIterable, _root=True):
    # Optional, Self, Concatenate: names with rules of their own.
    __slots__ = ('_name', '__doc__', '_getitem')

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in ('__name__', '__qualname__'):
            return self._name
        if item == '__module__':
            return 'typing'
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _LiteralForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return 'typing.Any'
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Every type."""

    __module__ = 'typing'

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _unsubscripted(name, doc):
    def getitem(self, parameters):
        raise TypeError(f'{self} is not subscriptable')
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


NoReturn = _unsubscripted('NoReturn', 'Of functions that never return.')
Never = _unsubscripted('Never', 'The type without values.')
Self = _unsubscripted('Self', 'The class that encloses the annotation.')
LiteralString = _unsubscripted('LiteralString', 'A string written in the program.')
TypeAlias = _unsubscripted('TypeAlias', 'Marks a name as a name of a type.')


def _one_argument(name, message, doc, allow=False):
    def getitem(self, parameters):
        item = _type_check(parameters, message.format(self=self),
                           allow_special_forms=allow)
        return _GenericAlias(self, (item,))
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


ClassVar = _one_argument('ClassVar', '{self} accepts only single type.',
                         'A variable of the class, not of instances.')
Final = _one_argument('Final', '{self} accepts only single type.',
                      'A name that is bound once.')
TypeGuard = _one_argument('TypeGuard', '{self} accepts only single type.',
                          'What a function that narrows types returns.')
TypeIs = _one_argument('TypeIs', '{self} accepts only single type.',
                       'What a function that narrows types returns.')
Required = _one_argument('Required', '{self._name} accepts only a single type.',
                         'A key that must be there.', True)
NotRequired = _one_argument('NotRequired',
                            '{self._name} accepts only a single type.',
                            'A key that may be missing.', True)
ReadOnly = _one_argument('ReadOnly', '{self} accepts only a single type.',
                         'A key that is not changed.', True)


@_SpecialForm
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for param in parameters:
        param = _type_check(param, 'Union[arg, ...]: each arg must be a type.')
        if isinstance(param, (_UnionGenericAlias, types.UnionType)):
            flat.extend(param.__args__)
        else:
            flat.append(param)
    unique = tuple(_deduplicate(flat))
    if len(unique) == 1:
        return unique[0]
    name = 'Optional' if len(unique) == 2 and type(None) in unique else None
    return _UnionGenericAlias(self, unique, name=name)


@_SpecialForm
def Optional(self, parameters):
    """The type or None."""
    arg = _type_check(parameters, f'{self} requires a single type.')
    return Union[arg, type(None)]


@_LiteralForm
def Literal(self, *parameters):
    """One of these values."""
    flat = []
    for param in parameters:
        if isinstance(param, _LiteralGenericAlias):
            flat.extend(param.__args__)
        else:
            flat.append(param)
    unique = []
    for param in flat:
        if not any(type(param) is type(known) and param == known
                   for known in unique):
            unique.append(param)
    return _LiteralGenericAlias(self, tuple(unique))


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters before those of a ParamSpec."""
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a '
                        'ParamSpec variable or ellipsis.')
    msg = 'Concatenate[arg, ...]: each arg must be a type.'
    parameters = (*(_type_check(p, msg) for p in parameters[:-1]),
                  parameters[-1])
    return _ConcatenateGenericAlias(self, parameters, _paramspec_tvars=True)


@_SpecialForm
def Unpack(self, parameters):
    """The types of a tuple, one by one."""
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _UnpackGenericAlias(origin=self, args=(item,))


class ForwardRef(_Final, _root=True):
    """A type given as text."""

    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__',
                 '__forward_value__', '__forward_is_argument__',
                 '__forward_is_class__', '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        text = f'({arg},)[0]' if arg.startswith('*') else arg
        try:
            code = compile(text, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError('Forward reference must be an expression -- got '
                              f'{arg!r}') from None
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            if globalns is None and localns is None:
                globalns = localns = {}
            elif globalns is None:
                globalns = localns
            elif localns is None:
                localns = globalns
            if self.__forward_module__ is not None:
                globalns = getattr(sys.modules.get(self.__forward_module__),
                                   '__dict__', globalns)
            found = _type_check(
                eval(self.__forward_code__, globalns, localns),
                'Forward references must evaluate to types.',
                is_argument=self.__forward_is_argument__,
                allow_special_forms=self.__forward_is_class__)
            self.__forward_value__ = _eval_type(
                found, globalns, localns,
                recursive_guard | {self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = ''
        if self.__forward_module__ is not None:
            module = f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
    """A type with its forward references evaluated."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, recursive_guard)
    if not isinstance(t, (_GenericAlias, types.GenericAlias, types.UnionType)):
        return t
    if isinstance(t, types.GenericAlias):
        args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg
                     for arg in t.__args__)
    else:
        args = t.__args__
    new = tuple(_eval_type(arg, globalns, localns, recursive_guard)
                for arg in args)
    if new == t.__args__:
        return t
    if isinstance(t, types.GenericAlias):
        made = types.GenericAlias(t.__origin__, new)
        return next(iter(made)) if t.__unpacked__ else made
    if isinstance(t, types.UnionType):
        whole = new[0]
        for arg in new[1:]:
            whole = whole | arg
        return whole
    return t.copy_with(new)


class _TypeVarLike(_Unioned):
    def _set_bound(self, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = _type_check(bound, 'Bound must be a type.') \
            if bound else None

    # The bound and the constraints of a parameter of the syntax are made when asked for.
    __infer_variance__ = False

    def __getattr__(self, name):
        if name not in ('__bound__', '__constraints__'):
            raise AttributeError(f'{type(self).__name__!r} object has no '
                                 f'attribute {name!r}')
        value = None
        lazy = self.__dict__.get('_lazy')
        if lazy is not None:
            value = _evaluate_lazy(*lazy)
        constrained = self.__dict__.get('_constrained', False)
        self.__bound__ = None if constrained else value
        self.__constraints__ = value if constrained else ()
        return self.__dict__[name]

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        if self.__covariant__:
            return '+' + self.__name__
        if self.__contravariant__:
            return '-' + self.__name__
        return '~' + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __reduce__(self):
        return self.__name__


def _evaluate_lazy(function, namespace):
    if namespace is None:
        return function()
    return function(namespace)


def _make_type_param(kind, name, function=None, namespace=None):
    """What `T`, `*Ts` or `**P` is in `def f[T, *Ts, **P]`."""
    if kind == 'TypeVarTuple':
        self = TypeVarTuple(name)
    else:
        of = ParamSpec if kind == 'ParamSpec' else TypeVar
        self = of.__new__(of)
        self.__name__ = name
        self.__covariant__ = self.__contravariant__ = False
        self.__infer_variance__ = True
        if function is not None:
            self._lazy = function, namespace
            self._constrained = kind == 'constrained'
    self.__module__ = _caller(1)
    return self


def _generic_base(params):
    """The last base of `class A[T]`."""
    return Generic[tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p
                         for p in params)]


class TypeAliasType(_NotIterable, _Unioned):
    """What a `type` statement makes."""

    __module__ = 'typing'

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError('typealias() argument \'name\' must be str, not '
                            f'{type(name).__name__}')
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        self.__dict__.update(__name__=name, __value__=value,
                             __type_params__=type_params, __module__=_caller(1))

    def __getattr__(self, name):
        if name == '__value__' and '_lazy' in self.__dict__:
            value = _evaluate_lazy(*self._lazy)
            self.__dict__['__value__'] = value
            return value
        if name == '__parameters__':
            return tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p
                         for p in self.__type_params__)
        raise AttributeError('\'typing.TypeAliasType\' object has no attribute '
                             f'{name!r}')

    def __setattr__(self, name, value):
        if name in ('__value__', '__name__', '__type_params__',
                    '__parameters__', '__module__'):
            raise AttributeError('readonly attribute')
        raise AttributeError('\'typing.TypeAliasType\' object has no attribute '
                             f'{name!r}')

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return types.GenericAlias(self, args)

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base "
                        'type')


def _make_alias(name, params, function, namespace):
    self = object.__new__(TypeAliasType)
    self.__dict__.update(__name__=name, __type_params__=params,
                         _lazy=(function, namespace), __module__=_caller(1))
    return self


def _place(variable):
    module = _caller(2)
    if module != 'typing':
        variable.__module__ = module


class TypeVar(_Final, _NotIterable, _TypeVarLike, _root=True):
    """A type that is left open."""

    __module__ = 'typing'

    def __init__(self, name, *constraints, bound=None, covariant=False,
                 contravariant=False, infer_variance=False):
        self.__name__ = name
        self._set_bound(bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        msg = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple(_type_check(t, msg) for t in constraints)
        _place(self)

    def __typing_subst__(self, arg):
        arg = _type_check(arg, 'Parameters to generic types must be types.')
        if (isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack
                or isinstance(arg, types.GenericAlias) and arg.__unpacked__):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg


class TypeVarTuple(_Final, _Unioned, _root=True):
    """Any number of types that are left open."""

    __module__ = 'typing'

    def __init__(self, name):
        self.__name__ = name
        _place(self)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        at = params.index(self)
        for param in params[at + 1:]:
            if isinstance(param, TypeVarTuple):
                raise TypeError('More than one TypeVarTuple parameter in '
                                f'{alias}')
        count, wanted = len(args), len(params)
        left, right = at, wanted - at - 1
        variable = fill = None
        for k, arg in enumerate(args):
            if isinstance(arg, type):
                continue
            inner = getattr(arg, '__typing_unpacked_tuple_args__', None)
            if inner and len(inner) == 2 and inner[-1] is ...:
                if variable is not None:
                    raise TypeError('More than one unpacked arbitrary-length '
                                    'tuple argument')
                variable, fill = k, inner[0]
        if variable is not None:
            left = min(left, variable)
            right = min(right, count - variable - 1)
        elif left + right > count:
            raise TypeError(f'Too few arguments for {alias}; actual {count}, '
                            f'expected at least {wanted - 1}')
        return (*args[:left], *([fill] * (at - left)),
                tuple(args[left:count - right]),
                *([fill] * (wanted - right - left - (at - left) - 1)),
                *args[count - right:])

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of TypeVarTuple')

    def __reduce__(self):
        return self.__name__


class ParamSpecArgs(_Final, _NotIterable, _root=True):
    """P.args"""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of ParamSpecArgs')


class ParamSpecKwargs(_Final, _NotIterable, _root=True):
    """P.kwargs"""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of ParamSpecKwargs')


class ParamSpec(_Final, _NotIterable, _TypeVarLike, _root=True):
    """Parameters that are left open."""

    __module__ = 'typing'

    def __init__(self, name, *, bound=None, covariant=False,
                 contravariant=False):
        self.__name__ = name
        self._set_bound(bound, covariant, contravariant)
        _place(self)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(a, 'Expected a type.') for a in arg)
        if not _is_param_expr(arg):
            raise TypeError('Expected a list of types, an ellipsis, ParamSpec, '
                            f'or Concatenate. Got {arg}')
        return arg

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        at = params.index(self)
        if at >= len(args):
            raise TypeError(f'Too few arguments for {alias}')
        if len(params) == 1 and not _is_param_expr(args[0]):
            return (args,)
        if isinstance(args[at], list):
            return (*args[:at], tuple(args[at]), *args[at + 1:])
        return args


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


class _BaseGenericAlias(_Final, _Unioned, _root=True):
    # What names of types and subscripted names share: they act as their origin.
    def __init__(self, origin, *, inst=True, name=None):
        self.__dict__['_origin'] = origin
        self._inst = inst
        self._name = name
        self.__slots__ = None

    @property
    def __origin__(self):
        origin = self._origin
        if isinstance(origin, str):
            module, _, name = origin.rpartition('.')
            __import__(module)
            origin = getattr(sys.modules[module], name)
            self.__dict__['_origin'] = origin
        return origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; use '
                            f'{self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias) or (
                    isinstance(base, type) and issubclass(base, Generic)):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr in ('__origin__', '__args__', '_origin'):
            raise AttributeError(attr)
        if '_origin' in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        if attr in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if _is_dunder(attr) or attr in ('_name', '_inst', '_nparams',
                                        '_paramspec_tvars', '_typevar_types'):
            self.__dict__[attr] = value
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and '
                        'instance checks')

    def __dir__(self):
        return list(set(super().__dir__()
                        + [name for name in dir(self.__origin__)
                           if not _is_dunder(name)]))


class _GenericAlias(_BaseGenericAlias, _root=True):
    # A subscripted name: List[int], MyGeneric[T].
    def __init__(self, origin, args, *, inst=True, name=None,
                 _paramspec_tvars=False):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        self.__parameters__ = _collect_parameters(args)
        self._paramspec_tvars = _paramspec_tvars
        self.__module__ = 'typing' if name else \
            getattr(origin, '__module__', 'typing')

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return (self.__origin__ == other.__origin__
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        if not isinstance(args, tuple):
            args = (args,)
        args = _unpack_args(tuple(_type_convert(p) for p in args))
        return self.copy_with(self._new_args(tuple(args)))

    def _new_args(self, args):
        params = self.__parameters__
        for param in params:
            prepare = getattr(param, '__typing_prepare_subst__', None)
            if prepare is not None:
                args = prepare(self, args)
        if len(args) != len(params):
            word = 'many' if len(args) > len(params) else 'few'
            raise TypeError(f'Too {word} arguments for {self}; actual '
                            f'{len(args)}, expected {len(params)}')
        return tuple(self._filled(self.__args__, dict(zip(params, args))))

    def _filled(self, args, chosen):
        new_args = []
        for old in args:
            if isinstance(old, type):
                new_args.append(old)
                continue
            subst = getattr(old, '__typing_subst__', None)
            if subst is not None:
                new = subst(chosen[old])
            else:
                inner = getattr(old, '__parameters__', ())
                if not inner:
                    new = old
                else:
                    filled = []
                    for param in inner:
                        if isinstance(param, TypeVarTuple):
                            filled.extend(chosen[param])
                        else:
                            filled.append(chosen[param])
                    new = old[tuple(filled)]
            if self._name == 'Callable' and isinstance(new, tuple):
                new_args.extend(new)
            elif _is_unpacked_typevartuple(old):
                new_args.extend(new)
            elif isinstance(old, tuple):
                new_args.append(tuple(self._filled(old, chosen)))
            else:
                new_args.append(new)
        return new_args

    def __iter__(self):
        yield Unpack[self]

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name,
                              inst=self._inst,
                              _paramspec_tvars=self._paramspec_tvars)

    def __repr__(self):
        if self._name:
            name = 'typing.' + self._name
        else:
            name = _type_repr(self.__origin__)
        args = ', '.join([_type_repr(a) for a in self.__args__]) or '()'
        return f'{name}[{args}]'

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    # A name such as List, which stands for a real class with so many parameters.
    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self._nparams = nparams
        self.__module__ = 'typing'

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        msg = 'Parameters to generic types must be types.'
        params = tuple(_type_check(p, msg) for p in params)
        _check_count(self, params, self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name,
                             inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return ('typing.Callable[['
                + ', '.join([_type_repr(a) for a in args[:-1]])
                + f'], {_type_repr(args[-1])}]')

    def copy_with(self, args):
        return _CallableGenericAlias(self.__origin__, args, name=self._name,
                                     inst=self._inst, _paramspec_tvars=True)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name,
                                     inst=self._inst, _paramspec_tvars=True)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], '
                            'result].')
        args, result = params
        if isinstance(args, list):
            args = tuple(args)
        msg = 'Callable[args, result]: result must be a type.'
        result = _type_check(result, msg)
        if args is ...:
            return self.copy_with((..., result))
        if not isinstance(args, tuple):
            args = (args,)
        return self.copy_with(tuple(_type_convert(a) for a in args) + (result,))


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            msg = 'Tuple[t, ...]: t must be a type.'
            params = tuple(_type_check(p, msg) for p in params[:-1])
            return self.copy_with((*params, ...))
        msg = 'Tuple[t0, t1, ...]: each t must be a type.'
        return self.copy_with(tuple(_type_check(p, msg) for p in params))


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            return (all(arg in other.__args__ for arg in self.__args__)
                    and all(arg in self.__args__ for arg in other.__args__))

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return f'typing.Optional[{_type_repr(args[1])}]'
            if args[1] is type(None):
                return f'typing.Optional[{_type_repr(args[0])}]'
        shown = ', '.join([_type_repr(arg) for arg in args])
        return f'typing.Union[{shown}]'

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False


def _typed(args):
    return frozenset((arg, type(arg)) for arg in args)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        try:
            return _typed(self.__args__) == _typed(other.__args__)
        except TypeError:
            return self.__args__ == other.__args__

    def __hash__(self):
        return hash(_typed(self.__args__))

    def __repr__(self):
        return f'typing.Literal[{", ".join([repr(a) for a in self.__args__])}]'


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, args):
        if isinstance(args[-1], (list, tuple)):
            return (*args[:-1], *args[-1])
        if isinstance(args[-1], _ConcatenateGenericAlias):
            args = (*args[:-1], *args[-1].__args__)
        return super().copy_with(args)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return '*' + repr(self.__args__[0])

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if _is_alias(arg):
            if arg.__origin__ is not tuple:
                raise TypeError('Unpack[...] must be used with a tuple type')
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()
    __module__ = 'typing'
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_convert(p) for p in params)
        if cls is Generic or cls is Protocol:
            if not params:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] '
                                'cannot be empty')
            if not all(isinstance(p, (TypeVar, ParamSpec))
                       or _is_unpacked_typevartuple(p) for p in params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be '
                                'type variables or parameter specification '
                                'variables.')
            if len(set(params)) != len(params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be '
                                'unique')
        else:
            for param in cls.__parameters__:
                prepare = getattr(param, '__typing_prepare_subst__', None)
                if prepare is not None:
                    params = prepare(cls, params)
            _check_count(cls, params, len(cls.__parameters__))
            filled = []
            for param, new in zip(cls.__parameters__, params):
                if isinstance(param, TypeVarTuple):
                    filled.extend(new)
                else:
                    filled.append(new)
            params = tuple(filled)
        return _GenericAlias(cls, params, _paramspec_tvars=True)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is not None:
            plain = any(base is Generic for base in bases)
        else:
            plain = (any(base is Generic for base in cls.__bases__)
                     and cls.__name__ != 'Protocol'
                     and type(cls).__name__ != '_TypedDictMeta')
        if plain:
            raise TypeError('Cannot inherit from plain Generic')
        found = ()
        if bases is not None:
            found = _collect_parameters(bases)
            listed = None
            for base in bases:
                if isinstance(base, _GenericAlias) and \
                        base.__origin__ is Generic:
                    if listed is not None:
                        raise TypeError('Cannot inherit from Generic[...] '
                                        'multiple types.')
                    listed = base.__parameters__
            if listed is not None:
                lost = [p for p in found if p not in listed]
                if lost:
                    raise TypeError(
                        f'Some type variables ({", ".join(map(str, lost))}) are '
                        'not listed in '
                        f'Generic[{", ".join(map(str, listed))}]')
                found = listed
        cls.__parameters__ = tuple(found)


_NOT_MEMBERS = frozenset((
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol',
    '_is_runtime_protocol', '__abstractmethods__', '__annotations__',
    '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__',
    '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__',
    '__qualname__', '__static_attributes__', '__firstlineno__', '_abc_impl',
    '_abc_registry', '_abc_yes', '_abc_no', '_abc_no_at', '__init_subclass__',
    '__final__', '_abc_cache', '_abc_negative_cache', '_abc_negative_cache_version'))


def _members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base is not Protocol and base is not Generic:
            names.update(base.__dict__)
            names.update(base.__dict__.get('__annotations__', ()))
    return {name for name in names - _NOT_MEMBERS
            if not name.startswith('_abc_')}


def _only_methods(cls):
    return all(callable(getattr(cls, name, None)) for name in _members(cls))


def _asked_by_abc(depth):
    # abc and functools ask about all classes; they get no error.
    return _caller(depth + 1) in ('abc', 'functools', '_abc', None)


_REFUSED = ('Instance and class checks can only be used with @runtime_checkable '
            'protocols')


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, obj):
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(obj)
        if (not getattr(cls, '_is_runtime_protocol', False)
                and not _asked_by_abc(1)):
            raise TypeError(_REFUSED)
        if _only_methods(cls) and issubclass(obj.__class__, cls):
            return True
        for name in _members(cls):
            if not hasattr(obj, name):
                break
            if callable(getattr(cls, name, None)) and getattr(obj, name) is None:
                break
        else:
            return True
        return super().__instancecheck__(obj)


def _protocol_hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    if not getattr(cls, '_is_runtime_protocol', False):
        if _asked_by_abc(2):
            return NotImplemented
        raise TypeError(_REFUSED)
    if not _only_methods(cls):
        if _asked_by_abc(2):
            return NotImplemented
        raise TypeError("Protocols with non-method members don't support "
                        'issubclass()')
    if not isinstance(other, type):
        raise TypeError('issubclass() arg 1 must be a class')
    for name in _members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            notes = base.__dict__.get('__annotations__', {})
            if (isinstance(notes, dict) and name in notes and issubclass(other, Generic)
                    and other._is_protocol):
                break
        else:
            return NotImplemented
    return True


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init_or_replace_init:
        return
    # The first real __init__ behind the protocols is the one meant.
    for base in cls.__mro__:
        found = base.__dict__.get('__init__', _no_init_or_replace_init)
        if found is not _no_init_or_replace_init:
            cls.__init__ = found
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


_ALLOWED = {
    'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator',
                        'AsyncIterable', 'Hashable', 'Sized', 'Container',
                        'Collection', 'Reversible'),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager'),
}


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that only say which members there must be."""

    __slots__ = ()
    __module__ = 'typing'
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic)
                    or base.__name__ in _ALLOWED.get(base.__module__, ())
                    or issubclass(base, Generic) and getattr(
                        base, '_is_protocol', False)):
                raise TypeError('Protocols can only inherit from other '
                                f'protocols, got {base!r}')
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        metadata = ', '.join([repr(a) for a in self.__metadata__])
        return f'typing.Annotated[{_type_repr(self.__origin__)}, {metadata}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return (self.__origin__ == other.__origin__
                and self.__metadata__ == other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ('__name__', '__qualname__'):
            return 'Annotated'
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Annotated:
    """A type with notes for whoever reads annotations."""

    __slots__ = ()
    __module__ = 'typing'

    def __new__(cls, *args, **kwargs):
        raise TypeError('Type Annotated cannot be instantiated.')

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        return Annotated._of(*params) if len(params) > 1 else Annotated._short()

    @staticmethod
    def _short():
        raise TypeError('Annotated[...] should be used with at least two '
                        'arguments (a type and an annotation).')

    @staticmethod
    def _of(origin, *metadata):
        if _is_unpacked(origin):
            raise TypeError('Annotated[...] should not be used with an unpacked '
                            'TypeVarTuple')
        msg = 'Annotated[t, ...]: t must be a type.'
        origin = _type_check(origin, msg, allow_special_forms=True)
        return _AnnotatedAlias(origin, metadata)

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')
