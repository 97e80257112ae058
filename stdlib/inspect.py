"""Questions about live objects."""

import _sources
import sys
import types

__all__ = ['BoundArguments', 'Parameter', 'Signature',
           'cleandoc', 'currentframe', 'findsource', 'getasyncgenstate',
           'getattr_static', 'getcoroutinelocals', 'getcoroutinestate',
           'getdoc', 'getfile',
           'getgeneratorlocals', 'getgeneratorstate', 'getmembers',
           'getmodule', 'getmro', 'getsource', 'getsourcefile',
           'getsourcelines', 'isabstract', 'isasyncgen',
           'isasyncgenfunction', 'isawaitable', 'isbuiltin', 'isclass',
           'iscode', 'iscoroutine', 'iscoroutinefunction',
           'isdatadescriptor', 'isframe', 'isfunction', 'isgenerator',
           'isgeneratorfunction', 'ismethod', 'ismethoddescriptor',
           'ismodule', 'isroutine', 'istraceback',
           'markcoroutinefunction', 'signature', 'stack', 'unwrap',
           'AGEN_CLOSED', 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED',
           'CORO_CLOSED', 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED',
           'GEN_CLOSED', 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED']

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE = 16, 32, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512

def ismodule(obj):
    return isinstance(obj, types.ModuleType)


def isclass(obj):
    return isinstance(obj, type)


def ismethod(obj):
    return isinstance(obj, types.MethodType)


def isfunction(obj):
    return isinstance(obj, types.FunctionType)


def isbuiltin(obj):
    return isinstance(obj, types.BuiltinFunctionType)


def isroutine(obj):
    return (isbuiltin(obj) or isfunction(obj) or ismethod(obj)
            or ismethoddescriptor(obj))


def isabstract(obj):
    return isinstance(obj, type) and bool(
        getattr(obj, '__abstractmethods__', ()))


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    cls = type(obj)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__')


def isdatadescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    cls = type(obj)
    return hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def iscode(obj):
    return isinstance(obj, types.CodeType)


def isframe(obj):
    return isinstance(obj, types.FrameType)


def istraceback(obj):
    return isinstance(obj, types.TracebackType)


def isgenerator(obj):
    return isinstance(obj, types.GeneratorType)


def iscoroutine(obj):
    return isinstance(obj, types.CoroutineType)


def isasyncgen(obj):
    return isinstance(obj, types.AsyncGeneratorType)


def isawaitable(obj):
    return (isinstance(obj, types.CoroutineType)
            or hasattr(type(obj), '__await__')
            or isinstance(obj, types.GeneratorType)
            and bool(obj.gi_code.co_flags & CO_ITERABLE_COROUTINE))


def _bare(f):
    # The function inside methods and partials.
    while True:
        if isinstance(f, types.MethodType):
            f = f.__func__
        elif type(f).__name__ == 'partial' and hasattr(f, 'func'):
            f = f.func
        else:
            return f


def _has_flag(f, flag):
    f = _bare(f)
    return (isinstance(f, types.FunctionType)
            and bool(f.__code__.co_flags & flag))


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE):
        return True
    return getattr(_bare(obj), '_is_coroutine_mark', None) is True


def markcoroutinefunction(func):
    """Let iscoroutinefunction() say yes to a function."""
    getattr(func, '__func__', func)._is_coroutine_mark = True
    return func


GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'
CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'
AGEN_CREATED = 'AGEN_CREATED'
AGEN_RUNNING = 'AGEN_RUNNING'
AGEN_SUSPENDED = 'AGEN_SUSPENDED'
AGEN_CLOSED = 'AGEN_CLOSED'


def _state(running, suspended, frame, word):
    if running:
        return word + '_RUNNING'
    if suspended:
        return word + '_SUSPENDED'
    if frame is None:
        return word + '_CLOSED'
    return word + '_CREATED'


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return _state(generator.gi_running, generator.gi_suspended,
                  generator.gi_frame, 'GEN')


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return _state(coroutine.cr_running, coroutine.cr_suspended,
                  coroutine.cr_frame, 'CORO')


def getasyncgenstate(agen):
    """AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame, 'AGEN')


def getgeneratorlocals(generator):
    """The local variables of a generator."""
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine."""
    frame = coroutine.cr_frame
    return {} if frame is None else frame.f_locals


def getmro(cls):
    """The order in which attributes are looked up."""
    return cls.__mro__


def getmembers(object, predicate=None):
    """Pairs of the names and values of all attributes, sorted."""
    result = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            result.append((name, value))
    result.sort(key=lambda pair: pair[0])
    return result


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """An attribute without running any code of the object."""
    if not isinstance(obj, type):
        values = getattr(obj, '__dict__', {})
        if attr in values:
            return values[attr]
        cls = type(obj)
    else:
        cls = obj
    for base in cls.__mro__:
        if attr in base.__dict__:
            return base.__dict__[attr]
    if default is _missing:
        raise AttributeError(attr)
    return default


def unwrap(func, *, stop=None):
    """The function below all decorators that say what they wrap."""
    seen = {id(func)}
    while hasattr(func, '__wrapped__') and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen.add(id(func))
    return func


def cleandoc(doc):
    """A docstring without its indentation."""
    lines = doc.expandtabs().split('\n')
    margin = None
    for line in lines[1:]:
        body = line.lstrip(' ')
        if body:
            size = len(line) - len(body)
            margin = size if margin is None else min(margin, size)
    lines[0] = lines[0].lstrip(' ')
    if margin:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """The docstring, also one that is inherited."""
    doc = getattr(object, '__doc__', None)
    if doc is None:
        name = getattr(object, '__name__', None)
        owner = getattr(object, '__self__', None)
        if isclass(object):
            for base in object.__mro__[1:]:
                if base.__name__ != 'object' and base.__doc__ is not None:
                    doc = base.__doc__
                    break
        elif owner is not None and name is not None:
            cls = owner if isclass(owner) else type(owner)
            for base in cls.__mro__:
                doc = getattr(base.__dict__.get(name), '__doc__', None)
                if doc is not None:
                    break
    return cleandoc(doc) if isinstance(doc, str) else None


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def stack(context=1):
    """The frames of the callers, the newest first."""
    frame = sys._getframe(1)
    frames = []
    while frame is not None:
        frames.append(FrameInfo(frame))
        frame = frame.f_back
    return frames


class FrameInfo:
    """One frame of stack()."""

    def __init__(self, frame):
        self.frame = frame
        self.filename = frame.f_code.co_filename
        self.lineno = frame.f_lineno
        self.function = frame.f_code.co_name
        self.code_context = None
        self.index = None

    def __getitem__(self, i):
        return (self.frame, self.filename, self.lineno, self.function,
                self.code_context, self.index)[i]


def getmodule(object):
    """The module an object is from, or None."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getfile(object):
    """The file an object is from."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or '
                    f'code object was expected, got {type(object).__name__}')


def getsourcefile(object):
    """The file with the text of an object; None where it has none."""
    file = getfile(object)
    # The library's own files are part of the program.
    has_none = file.startswith('<') and not file.startswith('<stdlib>/')
    return None if has_none else file


def findsource(object):
    """All lines of an object's file, and the number of its first, from 0."""
    file = getsourcefile(object)
    if file is None:
        raise OSError('could not get source code')
    return _sources.find(object, file)


def getsourcelines(object):
    """The lines of an object, and the number of the first in its file."""
    object = unwrap(object)
    lines, first = findsource(object)
    return _sources.lines_of(object, lines, first)


def getsource(object):
    """The text of a module, class, function, frame or code."""
    return ''.join(getsourcelines(object)[0])


class _empty:
    pass


class _ParameterKind:
    def __init__(self, value, name, description):
        self.value = value
        self.name = name
        self.description = description

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {self.value}>'

    def __str__(self):
        return self.name

    def __index__(self):
        return self.value

    __int__ = __index__

    def __eq__(self, other):
        return self.value == other

    def __hash__(self):
        return hash(self.value)

    def __lt__(self, other):
        return self.value < int(other)

    def __le__(self, other):
        return self.value <= int(other)

    def __gt__(self, other):
        return self.value > int(other)


_POSITIONAL_ONLY = _ParameterKind(0, 'POSITIONAL_ONLY', 'positional-only')
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, 'POSITIONAL_OR_KEYWORD',
                                        'positional or keyword')
_VAR_POSITIONAL = _ParameterKind(2, 'VAR_POSITIONAL', 'variadic positional')
_KEYWORD_ONLY = _ParameterKind(3, 'KEYWORD_ONLY', 'keyword-only')
_VAR_KEYWORD = _ParameterKind(4, 'VAR_KEYWORD', 'variadic keyword')


def formatannotation(annotation):
    """An annotation as it is shown in a signature."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type) and not hasattr(annotation, '__args__'):
        if annotation.__module__ in ('builtins', None):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    empty = _empty
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have '
                             'default values')
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        """A copy with other parts."""
        parts = {'name': self.name, 'kind': self.kind,
                 'default': self.default, 'annotation': self.annotation}
        parts.update(changes)
        return type(self)(parts.pop('name'), parts.pop('kind'), **parts)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f': {formatannotation(self.annotation)}'
        if self.default is not _empty:
            sign = '=' if self.annotation is _empty else ' = '
            text += sign + repr(self.default)
        if self.kind is _VAR_POSITIONAL:
            return '*' + text
        if self.kind is _VAR_KEYWORD:
            return '**' + text
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name == other.name and self.kind == other.kind
                and self.default == other.default
                and self.annotation == other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    """Arguments in the places of a signature."""

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        result = []
        for name, param in self.signature.parameters.items():
            if param.kind > 2 or name not in self.arguments:
                break
            if param.kind is _VAR_POSITIONAL:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        result = {}
        by_name = False
        for name, param in self.signature.parameters.items():
            if param.kind > 2 or name not in self.arguments:
                by_name = True
            if not by_name or name not in self.arguments:
                continue
            if param.kind is _VAR_KEYWORD:
                result.update(self.arguments[name])
            else:
                result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        """Put defaults in the places that are free."""
        new = {}
        for name, param in self.signature.parameters.items():
            if name in self.arguments:
                new[name] = self.arguments[name]
            elif param.default is not _empty:
                new[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                new[name] = ()
            elif param.kind is _VAR_KEYWORD:
                new[name] = {}
        self.arguments = new

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return (self.signature == other.signature
                and self.arguments == other.arguments)

    def __repr__(self):
        items = [f'{k}={v!r}' for k, v in self.arguments.items()]
        return f'<BoundArguments ({", ".join(items)})>'


class Signature:
    """The parameters and the return annotation of a callable."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        params = {}
        for param in parameters or ():
            if param.name in params:
                raise ValueError(f'duplicate parameter name: {param.name!r}')
            params[param.name] = param
        self.parameters = types.MappingProxyType(params)
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        """The signature of a callable."""
        return _signature(obj, follow_wrapped)

    def replace(self, *, parameters=_missing, return_annotation=_missing):
        """A copy with other parts."""
        if parameters is _missing:
            parameters = self.parameters.values()
        if return_annotation is _missing:
            return_annotation = self.return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    def bind(self, /, *args, **kwargs):
        """Put arguments in their places, or raise TypeError."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """bind() that lets arguments be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        args = list(args)
        rest = None
        for name, param in self.parameters.items():
            kind = param.kind
            if kind is _VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif kind is _VAR_KEYWORD:
                rest = name
            elif args and kind is not _KEYWORD_ONLY:
                if name in kwargs and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif name in kwargs and kind is not _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif name in kwargs and rest is None:
                raise TypeError(f'{name!r} parameter is positional only, '
                                'but was passed as a keyword')
            elif param.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            if rest is None:
                raise TypeError('got an unexpected keyword argument '
                                f'{next(iter(kwargs))!r}')
            arguments[rest] = kwargs
        return BoundArguments(self, arguments)

    def __str__(self):
        parts = []
        last = None
        star = False
        for param in self.parameters.values():
            if last is _POSITIONAL_ONLY and param.kind is not last:
                parts.append('/')
            if param.kind is _VAR_POSITIONAL:
                star = True
            elif param.kind is _KEYWORD_ONLY and not star:
                parts.append('*')
                star = True
            parts.append(str(param))
            last = param.kind
        if last is _POSITIONAL_ONLY:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self.return_annotation is not _empty:
            text += f' -> {formatannotation(self.return_annotation)}'
        return text

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.items())
                == list(other.parameters.items())
                and self.return_annotation == other.return_annotation)

    def __hash__(self):
        return hash(tuple(self.parameters))


def _from_function(func):
    code = func.__code__
    names = code.co_varnames
    count = code.co_argcount
    only = code.co_posonlyargcount
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    notes = func.__annotations__
    params = []
    for i in range(count):
        name = names[i]
        at = i - (count - len(defaults))
        params.append(Parameter(
            name, _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD,
            default=defaults[at] if at >= 0 else _empty,
            annotation=notes.get(name, _empty)))
    at = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        params.append(Parameter(names[at], _VAR_POSITIONAL,
                                annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[count:count + code.co_kwonlyargcount]:
        params.append(Parameter(name, _KEYWORD_ONLY,
                                default=kwdefaults.get(name, _empty),
                                annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        params.append(Parameter(names[at], _VAR_KEYWORD,
                                annotation=notes.get(names[at], _empty)))
    return Signature(params, return_annotation=notes.get('return', _empty))


def _without_first(sig):
    params = list(sig.parameters.values())
    if params and params[0].kind is not _VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _from_partial(obj, sig):
    params = []
    args = list(obj.args)
    by_name = False
    for param in sig.parameters.values():
        if args and param.kind <= _POSITIONAL_OR_KEYWORD:
            args.pop(0)
            continue
        if param.kind is _VAR_POSITIONAL:
            args = []
            if by_name:
                continue
        elif param.name in obj.keywords and param.kind is not _VAR_KEYWORD:
            by_name = True
            param = param.replace(default=obj.keywords[param.name],
                                  kind=_KEYWORD_ONLY)
        elif by_name and param.kind is _POSITIONAL_OR_KEYWORD:
            param = param.replace(kind=_KEYWORD_ONLY)
        params.append(param)
    if args:
        raise ValueError(f'partial object {obj!r} has incorrect arguments')
    return sig.replace(parameters=params)


def _signature(obj, follow):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(_signature(obj.__func__, follow))
    if follow:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__')
                     or ismethod(f))
        if ismethod(obj):
            return _without_first(_signature(obj.__func__, follow))
    own = getattr(obj, '__signature__', None)
    if own is not None:
        return own
    if isfunction(obj):
        return _from_function(obj)
    if type(obj).__name__ == 'partial' and hasattr(obj, 'keywords'):
        return _from_partial(obj, _signature(obj.func, follow))
    if isclass(obj):
        for base in obj.__mro__[:-1]:
            for name in ('__new__', '__init__'):
                method = base.__dict__.get(name)
                method = getattr(method, '__func__', method)
                if isfunction(method):
                    return _without_first(_signature(method, follow))
        if obj.__mro__[-2:-1] and all([
                base.__module__ != 'builtins' for base in obj.__mro__[:-1]]):
            return Signature()
        raise ValueError(f'no signature found for builtin type {obj!r}')
    call = getattr(type(obj), '__call__', None)
    if isfunction(call):
        return _without_first(_signature(call, follow))
    raise ValueError(f'no signature found for builtin {obj!r}')


def signature(obj, *, follow_wrapped=True, globals=None, locals=None,
              eval_str=False):
    """The signature of a callable."""
    return _signature(obj, follow_wrapped)
