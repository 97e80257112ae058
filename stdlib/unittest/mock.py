"""Objects that stand for others in tests, and remember what was done with them."""

import asyncio
import builtins
import contextlib
import inspect
import sys
from functools import partial, wraps

from . import util

__all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call',
           'create_autospec', 'AsyncMock', 'FILTER_DIR', 'NonCallableMock',
           'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal']

FILTER_DIR = True


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    def __init__(self):
        self._known = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._known.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


class InvalidSpecError(Exception):
    """A spec that is a mock itself."""


def _format_call(name, args, kwargs):
    parts = [repr(arg) for arg in args]
    parts += [f'{key}={value!r}' for key, value in kwargs.items()]
    return f'{name}({", ".join(parts)})'


class _Call(tuple):
    # (name, args, kwargs): what was called, or is expected to have been.
    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        parts = value
        if len(parts) == 3:
            name, args, kwargs = parts
        elif len(parts) == 2:
            first, second = parts
            if isinstance(first, str):
                name = first
                if isinstance(second, tuple):
                    args = second
                else:
                    kwargs = second
            else:
                args, kwargs = first, second
        elif len(parts) == 1:
            value, = parts
            if isinstance(value, str):
                name = value
            elif isinstance(value, tuple):
                args = value
            else:
                kwargs = value
        if two:
            return tuple.__new__(cls, (args, kwargs))
        return tuple.__new__(cls, (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False,
                 from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        if len(self) == 2:
            return '', self[0], self[1]
        return tuple(self)

    def __eq__(self, other):
        try:
            size = len(other)
        except TypeError:
            return NotImplemented
        name, args, kwargs = self._parts()
        if isinstance(other, _Call):
            other_name, other_args, other_kwargs = other._parts()
        elif size == 0:
            other_name, other_args, other_kwargs = '', (), {}
        elif size <= 3:
            try:
                other_name, other_args, other_kwargs = _Call(tuple(other))
            except (TypeError, ValueError):
                return False
        else:
            return False
        parent = getattr(self, '_mock_parent', None)
        other_parent = getattr(other, '_mock_parent', None)
        if parent is not None and other_parent is not None \
                and parent != other_parent:
            return False
        if name and other_name and name != other_name:
            return False
        if bool(name) != bool(other_name) and len(self) == 3 and size == 3:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        name = self._mock_name + '()'
        return _Call((self._mock_name, args, kwargs), name=name, parent=self)

    def __getattr__(self, attr):
        if attr.startswith('__') and attr.endswith('__'):
            raise AttributeError(attr)
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self,
                     from_kall=False)

    @property
    def args(self):
        return self._parts()[1]

    @property
    def kwargs(self):
        return self._parts()[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return name if name.startswith('call') else f'call.{name}'
        name, args, kwargs = self._parts()
        if not name:
            name = 'call'
        elif name.startswith('()'):
            name = f'call{name}'
        else:
            name = f'call.{name}'
        return _format_call(name, args, kwargs)


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[at:at + size] == value
                   for at in range(len(self) - size + 1))

    def __repr__(self):
        return list.__repr__(self)


def _is_exception(obj):
    return (isinstance(obj, BaseException)
            or isinstance(obj, type) and issubclass(obj, BaseException))


# The special methods of MagicMock, with what they return.
_RETURNS = {
    '__hash__': lambda self: object.__hash__(self),
    '__str__': lambda self: object.__str__(self),
    '__sizeof__': lambda self: 0,
    '__fspath__': lambda self: f'{type(self).__name__}/'
                               f'{self._extract_mock_name()}/{id(self)}',
    '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False,
    '__complex__': 1j, '__float__': 1.0, '__bool__': True, '__index__': 1,
    '__lt__': NotImplemented, '__gt__': NotImplemented,
    '__le__': NotImplemented, '__ge__': NotImplemented,
    '__iter__': lambda self: iter([]),
}
_NUMERIC = ('add sub mul matmul truediv floordiv mod lshift rshift and xor or '
            'pow').split()
_MAGICS = set(_RETURNS) | {
    f'__{name}__' for name in
    'getitem setitem delitem enter neg pos abs invert divmod rdivmod trunc '
    'floor ceil round reversed missing'.split()} | {
    f'__{prefix}{name}__' for prefix in ('', 'i', 'r') for name in _NUMERIC}
_SUPPORTED = _MAGICS | {'__eq__', '__ne__', '__call__', '__aenter__',
                        '__aexit__', '__aiter__', '__anext__', '__get__',
                        '__set__', '__delete__', '__dir__', '__format__',
                        '__next__', '__getstate__', '__reversed__',
                        '__subclasses__', '__repr__'}


class _Base:
    # Each mock has a class of its own, so that special methods can be put on it.
    def __new__(cls, /, *args, **kwargs):
        made = type(cls.__name__, (cls,), {'__doc__': cls.__doc__,
                                           '_mock_own_class': True})
        return object.__new__(made)


class NonCallableMock(_Base):
    """A mock that cannot be called."""

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False,
                 _eat_self=None, unsafe=False, **kwargs):
        own = self.__dict__
        own['_mock_parent'] = parent
        own['_mock_name'] = name
        own['_mock_new_name'] = _new_name
        own['_mock_new_parent'] = _new_parent if _new_parent is not None \
            else parent
        own['_mock_sealed'] = False
        own['_mock_unsafe'] = unsafe
        own['_mock_children'] = {}
        own['_mock_wraps'] = wraps
        own['_mock_delegate'] = None
        own['_mock_return_value'] = DEFAULT
        own['_mock_side_effect'] = None
        if spec_set is not None:
            spec = spec_set
        own['_spec_set'] = spec_set is not None
        self._mock_add_spec(spec)
        self._clear_calls()
        if kwargs:
            self.configure_mock(**kwargs)

    def _clear_calls(self):
        own = self.__dict__
        own['called'] = False
        own['call_count'] = 0
        own['call_args'] = None
        own['call_args_list'] = _CallList()
        own['mock_calls'] = _CallList()
        own['method_calls'] = _CallList()

    def _mock_add_spec(self, spec):
        own = self.__dict__
        own['_spec_class'] = None
        own['_mock_methods'] = None
        if spec is None:
            return
        if isinstance(spec, (list, tuple)):
            own['_mock_methods'] = list(spec)
            return
        own['_mock_methods'] = dir(spec)
        own['_spec_class'] = spec if isinstance(spec, type) else type(spec)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec)
        self.__dict__['_spec_set'] = bool(spec_set)

    @property
    def __class__(self):
        return self.__dict__.get('_spec_class') or type(self)

    def _extract_mock_name(self):
        parts = []
        mock = self
        while mock is not None:
            name = mock.__dict__['_mock_new_name'] or \
                mock.__dict__['_mock_name'] or ''
            parts.append((name, mock))
            mock = mock.__dict__['_mock_new_parent']
        parts.reverse()
        text = parts[0][1].__dict__['_mock_name'] or 'mock'
        for name, _ in parts[1:]:
            text += name if name == '()' else f'.{name}'
        return text

    def __repr__(self):
        name = self._extract_mock_name()
        shown = '' if name == 'mock' else f' name={name!r}'
        spec = self.__dict__['_spec_class']
        if spec is not None:
            word = 'spec_set' if self.__dict__['_spec_set'] else 'spec'
            shown += f' {word}={spec.__name__!r}'
        return f'<{type(self).__name__}{shown} id={str(id(self))!r}>'

    def __dir__(self):
        names = set(self.__dict__['_mock_methods'] or dir(type(self)))
        names |= {name for name in self.__dict__ if not name.startswith('_')}
        names |= {name for name, child in self._mock_children.items()
                  if child is not _deleted}
        return sorted(names)

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_children', '_spec_class'):
            raise AttributeError(name)
        methods = self.__dict__['_mock_methods']
        if methods is not None:
            if name not in methods or name in _MAGICS:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if (not self.__dict__['_mock_unsafe']
                and (methods is None or name not in methods)
                and name.startswith(('assert', 'assret', 'asert', 'aseert',
                                     'assrt'))):
            raise AttributeError(
                f'{name!r} is not a valid assertion. Use a spec for the mock if '
                f'{name!r} is meant to be an attribute.')
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wrapped = self.__dict__['_mock_wraps']
            if wrapped is not None:
                wrapped = getattr(wrapped, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wrapped,
                                         _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        return child

    def _get_child_mock(self, **kwargs):
        if self.__dict__['_mock_sealed']:
            name = kwargs.get('name') or '()'
            raise AttributeError(f'mock.{name}')
        for cls in type(self).__mro__:
            if '_mock_own_class' not in cls.__dict__:
                break
        if cls is NonCallableMock:
            cls = Mock
        elif cls is NonCallableMagicMock:
            cls = MagicMock
        return cls(**kwargs)

    def __setattr__(self, name, value):
        own = self.__dict__
        if name == 'return_value' or name == 'side_effect':
            object.__setattr__(self, name, value)
            return
        if name in ('called', 'call_count', 'call_args', 'call_args_list',
                    'mock_calls', 'method_calls') or name.startswith('_mock'):
            own[name] = value
            return
        if (own['_spec_set'] and own['_mock_methods'] is not None
                and name not in own['_mock_methods'] and name not in own):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _SUPPORTED and name.startswith('__'):
            self._set_magic(name, value)
            return
        if name == '__class__':
            own['_spec_class'] = value
            return
        if own['_mock_sealed'] and name not in own and \
                name not in self._mock_children:
            raise AttributeError(
                f'Cannot set {self._extract_mock_name()}.{name}')
        if isinstance(value, NonCallableMock) and \
                value.__dict__['_mock_new_parent'] is None and \
                value.__dict__['_mock_name'] is None:
            self._attach(name, value)
            self._mock_children[name] = value
            return
        if isinstance(getattr(type(self), name, None), PropertyMock):
            object.__setattr__(self, name, value)
            return
        self._mock_children.pop(name, None)
        own[name] = value

    def _attach(self, name, value):
        value.__dict__['_mock_parent'] = self
        value.__dict__['_mock_new_parent'] = self
        value.__dict__['_mock_name'] = name
        value.__dict__['_mock_new_name'] = name

    def _set_magic(self, name, value):
        cls = type(self)
        if isinstance(value, NonCallableMock):
            self._attach(name, value)
            self._mock_children[name] = value

            def method(self, *args, **kwargs):
                return value(*args, **kwargs)
            setattr(cls, name, _MagicGetter(name, value, method))
        else:
            setattr(cls, name, value)

    def __delattr__(self, name):
        if name in _SUPPORTED and name in type(self).__dict__:
            delattr(type(self), name)
            return
        if name in self.__dict__:
            del self.__dict__[name]
        elif self._mock_children.get(name) is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def attach_mock(self, mock, attribute):
        mock.__dict__['_mock_parent'] = None
        mock.__dict__['_mock_new_parent'] = None
        mock.__dict__['_mock_name'] = None
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(),
                                  key=lambda item: item[0].count('.')):
            *parents, last = path.split('.')
            target = self
            for name in parents:
                target = getattr(target, name)
            setattr(target, last, value)

    @property
    def return_value(self):
        own = self.__dict__
        if own['_mock_return_value'] is DEFAULT:
            own['_mock_return_value'] = self._get_child_mock(
                _new_parent=self, _new_name='()')
        return own['_mock_return_value']

    @return_value.setter
    def return_value(self, value):
        own = self.__dict__
        own['_mock_return_value'] = value
        if isinstance(value, NonCallableMock) and \
                value.__dict__['_mock_new_parent'] is None and value is not self:
            value.__dict__['_mock_new_parent'] = self
            value.__dict__['_mock_new_name'] = '()'

    @property
    def side_effect(self):
        return self.__dict__['_mock_side_effect']

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and \
                not _is_exception(value):
            value = iter(value)
        self.__dict__['_mock_side_effect'] = value

    def reset_mock(self, visited=None, *, return_value=False,
                   side_effect=False):
        visited = visited if visited is not None else []
        if id(self) in visited:
            return
        visited.append(id(self))
        self._clear_calls()
        own = self.__dict__
        if return_value:
            own['_mock_return_value'] = DEFAULT
        if side_effect:
            own['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if child is not _deleted and isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value,
                                 side_effect=side_effect)
        answer = own['_mock_return_value']
        if isinstance(answer, NonCallableMock) and answer is not self:
            answer.reset_mock(visited)

    # Assertions.

    def _name(self):
        return self.__dict__['_mock_name'] or 'mock'

    def _times(self, word):
        return (f"Expected '{self._name()}' {word}. "
                f'Called {self.call_count} times.')

    def _shown_calls(self, prefix='Calls'):
        if not self.mock_calls:
            return ''
        return f'\n{prefix}: {util.safe_repr(self.mock_calls)}.'

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(self._times('to not have been called')
                                 + self._shown_calls())

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(
                f"Expected '{self._name()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(self._times('to have been called once')
                                 + self._shown_calls())

    def assert_called_with(self, /, *args, **kwargs):
        expected = _Call((args, kwargs), two=True)
        if self.call_args is None:
            shown = _format_call(self._name(), args, kwargs)
            raise AssertionError('expected call not found.\nExpected: '
                                 f'{shown}\n  Actual: not called.')
        if self.call_args != expected:
            shown = _format_call(self._name(), args, kwargs)
            actual = _format_call(self._name(), *self.call_args)
            raise AssertionError('expected call not found.\nExpected: '
                                 f'{shown}\n  Actual: {actual}')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(self._times('to be called once')
                                 + self._shown_calls())
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.call_args_list:
            shown = _format_call(self._name(), args, kwargs)
            raise AssertionError(f'{shown} call not found')

    def assert_has_calls(self, calls, any_order=False):
        expected = list(calls)
        actual = _CallList(self.mock_calls)
        if not any_order:
            if expected not in actual:
                raise AssertionError(
                    f'Calls not found.\nExpected: {_CallList(calls)!r}'
                    + self._shown_calls('Actual'))
            return
        lost = []
        left = list(actual)
        for one in expected:
            try:
                left.remove(one)
            except ValueError:
                lost.append(one)
        if lost:
            raise AssertionError(
                f'{self._name()!r} does not contain all of {tuple(lost)!r} in '
                f'its call list, found {list(actual)!r} instead')


class _MagicGetter:
    # A special method that is a mock: mock.__len__ is it, len(mock) calls it.
    def __init__(self, name, mock, method):
        self.name = name
        self.mock = mock
        self.method = method

    def __get__(self, obj, cls=None):
        return self.mock


class CallableMixin(_Base):
    """What makes a mock callable."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT,
                 wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state,
                         _new_name, _new_parent, **kwargs)
        self.__dict__['_mock_return_value'] = return_value
        if side_effect is not None:
            self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._answer(args, kwargs)

    def _record(self, args, kwargs):
        own = self.__dict__
        own['called'] = True
        own['call_count'] += 1
        made = _Call((args, kwargs), two=True)
        own['call_args'] = made
        own['call_args_list'].append(made)
        own['mock_calls'].append(_Call(('', args, kwargs)))
        name = own['_mock_new_name']
        is_method = own['_mock_parent'] is not None
        method_name = own['_mock_name']
        mock = own['_mock_new_parent']
        while mock is not None:
            there = mock.__dict__
            if is_method and method_name:
                there['method_calls'].append(_Call((method_name, args, kwargs)))
                is_method = there['_mock_parent'] is not None
                if is_method:
                    method_name = f'{there["_mock_name"]}.{method_name}'
            there['mock_calls'].append(_Call((name, args, kwargs)))
            if there['_mock_new_name']:
                dot = '' if name.startswith('()') else '.'
                name = f'{there["_mock_new_name"]}{dot}{name}'
            mock = there['_mock_new_parent']

    def _answer(self, args, kwargs):
        own = self.__dict__
        effect = own['_mock_side_effect']
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if own['_mock_return_value'] is not DEFAULT:
            return self.return_value
        if own['_mock_wraps'] is not None:
            return own['_mock_wraps'](*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """Answers every call and attribute with another mock."""


class _LazyMagic:
    # Makes the mock of a special method when it is first used.
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        child = obj._mock_children.get(self.name)
        if child is None:
            child = MagicProxyMock(obj, self.name)
            obj._mock_children[self.name] = child
        return child


def MagicProxyMock(obj, name):
    child = MagicMock(name=name, _new_name=name, _new_parent=obj)
    if name in _RETURNS:
        answer = _RETURNS[name]
        if callable(answer):
            child.side_effect = lambda *args: answer(obj)
        else:
            child.return_value = answer
    return child


class MagicMixin:
    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        methods = self.__dict__['_mock_methods']
        for name in _MAGICS:
            if methods is not None and name not in methods:
                continue
            if name in ('__hash__', '__str__', '__sizeof__'):
                continue
            if name not in type(self).__dict__:
                setattr(type(self), name, _LazyMagic(name))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A MagicMock that cannot be called."""


class MagicMock(MagicMixin, Mock):
    """A Mock with special methods."""


class AsyncMock(MagicMixin, CallableMixin, NonCallableMock):
    """A mock whose calls are awaited."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.__dict__
        own['await_count'] = 0
        own['_is_coroutine_mark'] = True
        own['await_args'] = None
        own['await_args_list'] = _CallList()

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._awaited(args, kwargs)

    async def _awaited(self, args, kwargs):
        own = self.__dict__
        made = _Call((args, kwargs), two=True)
        own['await_count'] += 1
        own['await_args'] = made
        own['await_args_list'].append(made)
        effect = own['_mock_side_effect']
        if effect is not None and not callable(effect):
            try:
                return self._answer(args, kwargs)
            except StopIteration:
                raise StopAsyncIteration from None
        result = self._answer(args, kwargs)
        if inspect.iscoroutine(result):
            result = await result
        return result

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(
                f'Expected {self._name()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name()} to have been awaited '
                                 f'once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        shown = _format_call('await', args, kwargs)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {shown}\nNot awaited')
        if self.await_args != _Call((args, kwargs), two=True):
            actual = _format_call('await', *self.await_args)
            raise AssertionError('expected await not found.\nExpected: '
                                 f'{shown}\nActual: {actual}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(
                f'Expected {self._name()} to not have been awaited. '
                f'Awaited {self.await_count} times.')


class PropertyMock(Mock):
    """A mock for the place of a property."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def _import(target):
    parts = target.split('.')
    thing = __import__(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += f'.{part}'
        try:
            thing = getattr(thing, part)
        except AttributeError:
            __import__(path)
            thing = getattr(thing, part)
    return thing


class _patch:
    def __init__(self, getter, attribute, new, create, kwargs, new_callable=None,
                 spec=None, spec_set=None, autospec=None):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' "
                                 'together')
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.create = create
        self.kwargs = kwargs
        self.new_callable = new_callable
        self.spec = spec
        self.spec_set = spec_set
        self.autospec = autospec
        self.attribute_name = None
        self.additional_patchers = []

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.create,
                      self.kwargs, self.new_callable, self.spec, self.spec_set,
                      self.autospec)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [p.copy() for p in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX):
                    value = getattr(func, name)
                    if callable(value):
                        setattr(func, name, self.copy()(value))
            return func
        if inspect.iscoroutinefunction(func):
            return self._decorate_async(func)
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @wraps(func)
        def patched(*args, **keywords):
            with _entered(patched.patchings, args, keywords) as (args, keywords):
                return func(*args, **keywords)
        patched.patchings = [self]
        return patched

    def _decorate_async(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @wraps(func)
        async def patched(*args, **keywords):
            with _entered(patched.patchings, args, keywords) as (args, keywords):
                return await func(*args, **keywords)
        patched.patchings = [self]
        return patched

    def _original(self):
        target, name = self.target, self.attribute
        local = False
        original = DEFAULT
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in vars(builtins) and getattr(target, '__file__', None):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute '
                                 f'{name!r}')
        return original, local

    def __enter__(self):
        self.target = self.getter()
        original, local = self._original()
        new = self.new
        if new is DEFAULT:
            new = self._make_mock(original)
        self.temp_original = original
        self.is_local = local
        self._stack = contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            found = {}
            if self.new is DEFAULT:
                found[self.attribute_name] = new
            for other in self.additional_patchers:
                value = self._stack.enter_context(other)
                if other.new is DEFAULT:
                    found.update(value)
            return found
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def _make_mock(self, original):
        spec, spec_set = self.spec, self.spec_set
        if self.autospec is not None and self.autospec is not False:
            if self.autospec is True:
                return create_autospec(original, spec_set=bool(spec_set),
                                       _name=self.attribute, **self.kwargs)
            return create_autospec(self.autospec, _name=self.attribute,
                                   **self.kwargs)
        words = {}
        if spec is True:
            spec = original
        if spec_set is True:
            spec_set = original
        if spec is not None:
            words['spec'] = spec
        if spec_set is not None:
            words['spec_set'] = spec_set
        make = self.new_callable
        if make is None:
            make = AsyncMock if inspect.iscoroutinefunction(original) \
                else MagicMock
        if isinstance(make, type) and issubclass(make, NonCallableMock):
            words['name'] = self.attribute
        words.update(self.kwargs)
        return make(**words)

    def __exit__(self, *exc_info):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        return self._stack.__exit__(*exc_info)

    def start(self):
        result = self.__enter__()
        _started.append(self)
        return result

    def stop(self):
        if self not in _started:
            return None
        _started.remove(self)
        return self.__exit__(None, None, None)


_started = []


@contextlib.contextmanager
def _entered(patchings, args, keywords):
    extra = []
    with contextlib.ExitStack() as stack:
        for patching in patchings:
            value = stack.enter_context(patching)
            if patching.attribute_name is not None:
                keywords = {**keywords, **value}
            elif patching.new is DEFAULT:
                extra.append(value)
        yield args + tuple(extra), keywords


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None,
          autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Put another object in the place of `target` for a while."""
    module, dot, attribute = target.rpartition('.')
    if not dot:
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _patch(partial(_import, module), attribute, new, create, kwargs,
                  new_callable, spec, spec_set, autospec)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False,
                  spec_set=None, autospec=None, new_callable=None, *,
                  unsafe=False, **kwargs):
    if isinstance(target, str):
        raise TypeError(f'{target!r} must be the actual object to be patched, '
                        'not a str')
    return _patch(lambda: target, attribute, new, create, kwargs, new_callable,
                  spec, spec_set, autospec)


def _patch_multiple(target, spec=None, create=False, spec_set=None,
                    autospec=None, new_callable=None, **kwargs):
    getter = partial(_import, target) if isinstance(target, str) \
        else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with '
                         'patch.multiple')
    made = [_patch(getter, name, new, create, {}, new_callable, spec, spec_set,
                   autospec) for name, new in kwargs.items()]
    for one in made:
        one.attribute_name = one.attribute
    made[0].additional_patchers = made[1:]
    return made[0]


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and callable(value):
                    setattr(func, name, _patch_dict(
                        self.in_dict, self.values, self.clear)(value))
            return func

        @wraps(func)
        def inner(*args, **kwargs):
            with self:
                return func(*args, **kwargs)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        self._old = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *args):
        self.in_dict.clear()
        self.in_dict.update(self._old)
        return False

    def start(self):
        return self.__enter__()

    def stop(self):
        return self.__exit__()


def _stop_all():
    for one in list(reversed(_started)):
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'


def create_autospec(spec, spec_set=False, instance=False, _parent=None,
                    _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes, and for functions the signature, of `spec`."""
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    words = {'spec_set' if spec_set else 'spec': spec}
    words.update(kwargs)
    if inspect.iscoroutinefunction(spec):
        return AsyncMock(name=_name, **words)
    if inspect.isfunction(spec):
        signature = inspect.signature(spec)
        mock = MagicMock(name=_name or spec.__name__, **kwargs)

        @wraps(spec)
        def checked(*args, **keywords):
            signature.bind(*args, **keywords)
            return mock(*args, **keywords)
        checked.mock = mock
        for name in ('assert_called_with', 'assert_called_once_with',
                     'assert_called', 'assert_called_once', 'assert_not_called',
                     'assert_any_call', 'assert_has_calls', 'reset_mock'):
            setattr(checked, name, getattr(mock, name))
        return checked
    if not callable(spec):
        return NonCallableMagicMock(name=_name, **words)
    mock = MagicMock(name=_name, **words)
    if isinstance(spec, type) and not instance:
        mock.return_value = create_autospec(spec, spec_set, instance=True,
                                            _name='()', _parent=mock)
    return mock


def seal(mock):
    """No more attributes come by themselves."""
    mock.__dict__['_mock_sealed'] = True
    for child in list(mock._mock_children.values()):
        if (isinstance(child, NonCallableMock)
                and child.__dict__['_mock_new_parent'] is mock):
            seal(child)


def mock_open(mock=None, read_data=''):
    """A mock for open(), whose files hold the given text."""
    import io
    make = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
    if mock is None:
        mock = MagicMock(name='open', spec=open)
    handle = MagicMock()

    def opened(*args, **kwargs):
        file = make(read_data)
        handle.read.side_effect = file.read
        handle.readline.side_effect = file.readline
        handle.readlines.side_effect = file.readlines
        handle.__iter__.side_effect = lambda: iter(file)
        handle.__enter__.return_value = handle
        handle.write.return_value = None
        return handle
    mock.side_effect = opened
    mock.return_value = handle
    return mock
