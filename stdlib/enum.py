"""Enumerations: classes whose attributes are their only instances."""

import builtins as _builtins
import sys
from operator import or_ as _or
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    'EnumType', 'EnumMeta',
    'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum',
    'auto', 'unique', 'property', 'verify', 'member', 'nonmember',
    'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
    'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum',
    'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE',
    'pickle_by_global_name', 'pickle_by_enum_name',
]

# The bases do not exist while the metaclass is used for the first time.
Enum = Flag = EJECT = _stdlib_enums = ReprEnum = None

# The names with single underscores that a class may define.
_HOOKS = frozenset(('_order_', '_generate_next_value_', '_numeric_repr_',
                    '_missing_', '_ignore_', '_iter_member_',
                    '_iter_member_by_value_', '_iter_member_by_def_'))


class nonmember:
    """Keeps a value from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value a member that would be none."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return (hasattr(obj, '__get__') or hasattr(obj, '__set__')
            or hasattr(obj, '__delete__'))


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == '__'
            and name[2] != '_' and name[-3] != '_')


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == '_'
            and name[1:2] != '_' and name[-2:-1] != '_')


def _is_private(cls_name, name):
    start = f'_{cls_name}__'
    return (len(name) > len(start) and name.startswith(start)
            and (name[-1] != '_' or name[-2] != '_'))


def _is_internal_class(cls_name, obj):
    if not isinstance(obj, type):
        return False
    qualname = getattr(obj, '__qualname__', '')
    wanted = f'{cls_name}.{getattr(obj, "__name__", "")}'
    return qualname == wanted or qualname.endswith('.' + wanted)


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def _make_class_unpicklable(obj):
    def refuse(self, proto):
        raise TypeError(f'{self!r} cannot be pickled')
    if isinstance(obj, dict):
        obj['__reduce_ex__'] = refuse
        obj['__module__'] = '<unknown>'
    else:
        setattr(obj, '__reduce_ex__', refuse)
        setattr(obj, '__module__', '<unknown>')


def _iter_bits_lsb(num):
    """The single bits of a number, the lowest first."""
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError(f'{num!r} is not a positive integer')
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """Like bin(), with the sign as the bit before the others."""
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        text = _builtins.bin(num + ceiling).replace('1', '0', 1)
    else:
        text = _builtins.bin(~num ^ (ceiling - 1) + ceiling)
    sign, digits = text[:3], text[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f'{sign} {digits}'


class _NoValue:
    def __repr__(self):
        return '_auto_null'


_auto_null = _NoValue()


class auto:
    """The next value, whatever _generate_next_value_() makes it."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class property(DynamicClassAttribute):
    """A property of members that leaves its name free for a member."""

    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(
                f'{ownerclass!r} has no attribute {self.name!r}') from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute '
                                 f'{self.name!r}')
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot delete '
                                 f'attribute {self.name!r}')
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _proto_member:
    # Stands for a member in the namespace until the class exists.
    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        delattr(cls, name)
        made = self._make(cls)
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*self.args)
        made._sort_order_ = len(cls._member_names_)
        if Flag is None or not issubclass(cls, Flag) or self._is_bit(value):
            known = self._alias_of(cls, value)
            if known is None:
                cls._member_names_.append(name)
            else:
                made = known
        else:
            # Zero and combinations are aliases, but members by that name.
            made = self._alias_of(cls, value) or made
        self._publish(cls, name, made)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _is_bit(self, value):
        return not isinstance(value, int) or _is_single_bit(value)

    def _make(self, cls):
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        self.args = args
        if cls._use_args_:
            made = cls._new_member_(cls, *args)
        else:
            made = cls._new_member_(cls)
        if not hasattr(made, '_value_'):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as error:
                    raise TypeError('_value_ not set in __new__, unable to '
                                    'create it') from error
        return made

    def _alias_of(self, cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for known in cls._member_map_.values():
                if known._value_ == value:
                    return known
            return None

    def _publish(self, cls, name, made):
        # A property of a base by the same name stays a property of members.
        for base in cls.__mro__[1:]:
            found = base.__dict__.get(name)
            if found is None:
                continue
            if isinstance(found, (property, DynamicClassAttribute)):
                both = property()
                both.fget = found.fget
                both.fset = found.fset
                both.fdel = found.fdel
                both.__doc__ = getattr(found, '__doc__', None)
                both.member = made
                both.__set_name__(cls, name)
                type.__setattr__(cls, name, both)
                return
            if _is_descriptor(found):
                both = property()
                both.member = made
                both.__set_name__(cls, name)
                both.fget = getattr(found, 'fget', None)
                both.fset = getattr(found, 'fset', None)
                both.fdel = getattr(found, 'fdel', None)
                type.__setattr__(cls, name, both)
                return
        type.__setattr__(cls, name, made)


class _EnumDict(dict):
    """The namespace of a class body: knows what becomes a member."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_hook(key, value)
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            elif _is_internal_class(self._cls_name, value):
                import warnings
                warnings.warn(
                    'In 3.13 nested classes created inside an enum will not '
                    'become a member.  Use the `member` decorator to keep the '
                    'current behavior.', DeprecationWarning, stacklevel=2)
            value = self._set_member(key, value)
        super().__setitem__(key, value)

    def _set_hook(self, key, value):
        if key not in _HOOKS:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved '
                             'for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before '
                                'members')
            self._generate_next_value = getattr(value, '__func__', value)
        elif key == '_ignore_':
            if isinstance(value, str):
                value = value.replace(',', ' ').split()
            else:
                value = list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError('_ignore_ cannot specify already set names: '
                                 f'{already!r}')
        return value

    def _set_member(self, key, value):
        single = isinstance(value, auto)
        parts = (value,) if single else value
        if type(parts) is tuple and any(isinstance(p, auto) for p in parts):
            filled = []
            for part in parts:
                if isinstance(part, auto):
                    if part.value is _auto_null:
                        part.value = self._generate_next_value(
                            key, 1, len(self._member_names),
                            self._last_values[:])
                        self._auto_called = True
                    part = part.value
                    self._last_values.append(part)
                filled.append(part)
            value = filled[0] if single else tuple(filled)
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def update(self, members, **more_members):
        try:
            names = members.keys()
        except AttributeError:
            for name, value in members:
                self[name] = value
        else:
            for name in names:
                self[name] = members[name]
        for name, value in more_members.items():
            self[name] = value


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = _EnumDict()
        namespace._cls_name = cls
        _, first = metacls._get_mixins_(cls, bases)
        if first is not None:
            namespace['_generate_next_value_'] = getattr(
                first, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False,
                **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault('_ignore_', []).append('_ignore_')
        for name in classdict['_ignore_']:
            classdict.pop(name, None)
        names = list(classdict._member_names)
        bad = set(names) & {'mro', ''}
        if bad:
            raise ValueError(
                'invalid enum member name(s) %s'
                % (','.join(repr(name) for name in bad)))
        order = classdict.pop('_order_', None)
        member_type, first = metacls._get_mixins_(cls, bases)
        made_by, save_new, use_args = metacls._find_new_(classdict, member_type,
                                                        first)
        body = dict(classdict)
        for name in names:
            body[name] = _proto_member(body[name])
        # A generator that is a static method already has been unwrapped.
        generate = body.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            body['_generate_next_value_'] = staticmethod(generate)
        body['_new_member_'] = made_by
        body['_use_args_'] = use_args
        body['_member_names_'] = []
        body['_member_map_'] = {}
        body['_value2member_map_'] = {}
        body['_unhashable_values_'] = []
        body['_member_type_'] = member_type
        body['_value_repr_'] = metacls._find_data_repr_(cls, bases)
        body['_boundary_'] = boundary or getattr(first, '_boundary_', None)
        body['_flag_mask_'] = 0
        body['_singles_mask_'] = 0
        body['_all_bits_'] = 0
        body['_inverted_'] = None
        try:
            made = super().__new__(metacls, cls, bases, body, **kwds)
        except RuntimeError as error:
            # An error in __set_name__ comes wrapped.
            if error.__cause__ is not None:
                raise error.__cause__ from None
            raise
        metacls._settle_methods(made, body, member_type, first, save_new)
        if Flag is not None and issubclass(made, Flag):
            metacls._settle_flags(made)
        if order is not None:
            metacls._check_order(made, order)
        return made

    @staticmethod
    def _settle_methods(cls, body, member_type, first, save_new):
        # The mixin's way to show itself must not win over Enum's, except in
        # enumerations that say so (ReprEnum).
        if Enum is None:
            return
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            if '__format__' not in body:
                cls.__format__ = getattr(member_type, '__format__')
                body['__format__'] = cls.__format__
            if '__str__' not in body:
                method = getattr(member_type, '__str__')
                if method is object.__str__:
                    method = member_type.__repr__
                cls.__str__ = method
                body['__str__'] = method
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name in body:
                continue
            own = getattr(cls, name)
            theirs = getattr(member_type, name, None)
            plain = getattr(object, name, None)
            ours = getattr(first, name, None)
            if own in (theirs, plain):
                setattr(cls, name, ours)
        if Flag is not None and issubclass(cls, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__',
                         '__rxor__', '__invert__'):
                if name not in body:
                    ours = getattr(Flag, name)
                    setattr(cls, name, ours)
                    body[name] = ours
        if save_new:
            cls.__new_member__ = cls.__new__ if '__new__' in body else \
                cls._new_member_
        cls.__new__ = Enum.__new__

    @staticmethod
    def _settle_flags(cls):
        singles = mask = 0
        for made in cls._member_map_.values():
            value = made._value_
            mask |= value
            if _is_single_bit(value):
                singles |= value
        cls._flag_mask_ = mask
        cls._singles_mask_ = singles
        cls._all_bits_ = 2 ** mask.bit_length() - 1
        members = [cls._member_map_[name] for name in cls._member_names_]
        values = [made._value_ for made in members]
        if values != sorted(values):
            cls._iter_member_ = cls._iter_member_by_def_

    @staticmethod
    def _check_order(cls, order):
        if isinstance(order, str):
            order = order.replace(',', ' ').split()
        names = cls._member_names_
        if Flag is not None and issubclass(cls, Flag):
            def canonical(name):
                made = cls._member_map_.get(name)
                return (made is not None
                        and (name not in cls._member_map_
                             or name in names))
            order = [name for name in order
                     if name not in cls._member_map_ or canonical(name)]
        else:
            order = [name for name in order
                     if name not in cls._member_map_ or name in names]
        if order != names:
            raise TypeError(
                'member order does not match _order_:\n  '
                f'{names!r}\n  {order!r}')

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None,
                 type=None, start=1, boundary=None):
        """Look a member up by its value; or, given names, make a class."""
        if names is None and type is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names=names, module=module,
                            qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings
            warnings.warn(
                'in 3.12 __contains__ will no longer raise TypeError, but will '
                'return True or\nFalse depending on whether the value is a '
                'member or the value of a member',
                DeprecationWarning, stacklevel=2)
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'"
                % (member.__class__.__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member '
                                 f'{attr!r}.')
        super().__delattr__(attr)

    def __dir__(cls):
        shown = {'__class__', '__contains__', '__doc__', '__getitem__',
                 '__iter__', '__len__', '__members__', '__module__',
                 '__name__', '__qualname__'} | set(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            shown.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            shown.add('__init_subclass__')
        if cls._member_type_ is object:
            return sorted(shown)
        return sorted(set(dir(cls._member_type_)) | shown)

    def __getattr__(cls, name):
        # Members are attributes of the class, so this one is not there.
        raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtins.property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None,
                 type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first = cls._get_mixins_(class_name, bases)
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if (isinstance(names, (tuple, list)) and names
                and isinstance(names[0], str)):
            given, names = names, []
            values = []
            for count, name in enumerate(given):
                value = first._generate_next_value_(name, start, count,
                                                    values[:])
                values.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            body[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is None:
            _make_class_unpicklable(body)
        else:
            body['__module__'] = module
        if qualname is not None:
            body['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, body,
                               boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None,
                  as_global=False):
        """A class of the constants of a module that the filter lets pass."""
        namespace = sys.modules[module].__dict__
        source = namespace if source is None else source.__dict__
        members = [(key, source[key]) for key in source if filter(key)]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort(key=lambda item: item[0])
        made = cls(name, members, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            namespace.update(made.__members__)
        namespace[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(
                        f'<enum {class_name!r}> cannot extend {base!r}')

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """(type of the values, the enumeration to derive from)."""
        if not bases:
            return object, Enum
        mcls._check_for_existing_members_(class_name, bases)
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] '
                            'enum_type)`')
        return mcls._find_data_type_(class_name, bases) or object, first

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.add(base._member_type_)
                        break
                elif ('__new__' in base.__dict__
                      or '__dataclass_fields__' in base.__dict__):
                    found.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {found!r}')
        return found.pop() if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """(what makes members, whether to keep it, whether it takes values)."""
        own = classdict.get('__new__', None)
        save_new = first_enum is not None and own is not None
        if own is None:
            plain = {None, None.__new__, object.__new__}
            if Enum is not None:
                plain.add(Enum.__new__)
            for method in ('__new_member__', '__new__'):
                for holder in member_type, first_enum:
                    found = getattr(holder, method, None)
                    if found not in plain:
                        own = found
                        break
                if own is not None:
                    break
            else:
                own = object.__new__
        use_args = not (first_enum is None or own is object.__new__)
        return own, save_new, use_args


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """A class whose attributes are its only instances.

    Members have a name and a value; they are found by either: Color['RED'],
    Color(1).
    """

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for made in cls._member_map_.values():
                if made._value_ == value:
                    return made
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members defined')
        failure = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            failure = error
            result = None
        try:
            if isinstance(result, cls):
                return result
            if (Flag is not None and issubclass(cls, Flag)
                    and cls._boundary_ is EJECT and isinstance(result, int)):
                return result
            invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            if result is None and failure is None:
                raise invalid
            if failure is None:
                failure = TypeError(
                    f'error in {cls.__name__}._missing_: returned {result!r} '
                    'instead of None or a valid member')
            if not isinstance(failure, ValueError):
                failure.__context__ = invalid
            raise failure
        finally:
            failure = None
            invalid = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = last_values[-1]
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
            raise TypeError
        except TypeError:
            import warnings
            warnings.warn(
                'In 3.13 the default `auto()`/`_generate_next_value_` will '
                'require all values to be sortable and support adding +1\n'
                'and the value returned will be the largest value in the enum '
                'incremented by 1', DeprecationWarning, stacklevel=3)
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return (f'<{self.__class__.__name__}.{self._name_}: '
                f'{show(self._value_)}>')

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        shown = set()
        if self.__class__._member_type_ is not object:
            shown = set(object.__dir__(self))
        for name in getattr(self, '__dict__', ()):
            if name[0] != '_' and name not in self._member_map_:
                shown.add(name)
        for cls in self.__class__.mro():
            for name, found in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if isinstance(found, property):
                    if found.fget is not None or name not in self._member_map_:
                        shown.add(name)
                    else:
                        shown.discard(name)
                elif name not in self._member_map_:
                    shown.add(name)
        shown |= {'__class__', '__doc__', '__eq__', '__hash__', '__module__',
                  'name', 'value'}
        return sorted(shown)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    """Only repr() is Enum's; str() and format() are those of the values."""


class IntEnum(int, ReprEnum):
    """Members are also ints."""


class StrEnum(str, ReprEnum):
    """Members are also strings; auto() gives the lower-cased name."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What becomes of bits that no flag names."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members that can be combined with | & ^ ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            high = last.bit_length() - 1
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None
        return 2 ** (high + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value),
                          key=lambda made: made._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """A member for a combination of bits; made once."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, every = cls._flag_mask_, cls._all_bits_
        negative = None
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f'{cls!r} invalid value {value!r}\n    given '
                    f'{bin(value, bits)}\n  allowed {bin(mask, bits)}')
            elif cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(every + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError(f'{cls!r} unknown flag boundary '
                                 f'{cls._boundary_!r}')
        if value < 0:
            negative = value
            value = every + 1 + value
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values '
                             f'{unknown!r} [{bin(unknown)}]')
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = cls._name_of(value)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _name_of(cls, value):
        singles = value & cls._singles_mask_
        aliases = value & ~cls._singles_mask_
        if not singles and not aliases:
            return None
        members = list(cls._iter_member_(singles))
        combined = 0
        for made in members:
            combined |= made._value_
        if aliases:
            for made in cls._member_map_.values():
                if (made not in members and made._value_
                        and made._value_ & value == made._value_):
                    members.append(made)
                    combined |= made._value_
        unknown = value ^ combined
        name = '|'.join([made._name_ for made in members])
        if not combined:
            return None
        if unknown and cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {unknown!r}')
        if unknown:
            name += f'|{cls._numeric_repr_(unknown)}'
        return name

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r"
                % (other.__class__.__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {show(self._value_)}>'
        return (f'<{self.__class__.__name__}.{self._name_}: '
                f'{show(self._value_)}>')

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _bits_of(self, other):
        # The bits of the other operand, or None if it is none.
        if isinstance(other, self.__class__):
            return other._value_
        if (self._member_type_ is not object
                and isinstance(other, self._member_type_)):
            return other
        return None

    def __or__(self, other):
        bits = self._bits_of(other)
        if bits is None:
            return NotImplemented
        return self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        if bits is None:
            return NotImplemented
        return self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        if bits is None:
            return NotImplemented
        return self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(
                    self._singles_mask_ & ~self._value_)
        return self._inverted_

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are also ints."""


def _high_bit(value):
    return value.bit_length() - 1


def unique(enumeration):
    """Refuses two names of one value."""
    doubled = [(alias, made.name)
               for alias, made in enumeration.__members__.items()
               if alias != made.name]
    if doubled:
        told = ', '.join(f'{alias} -> {name}' for alias, name in doubled)
        raise ValueError(f'duplicate values found in {enumeration!r}: {told}')
    return enumeration


def global_enum_repr(self):
    """The member as its module has it."""
    module = self.__class__.__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    cls_name = self.__class__.__name__
    if self._name_ is None:
        return f'{module}.{cls_name}({self._value_!r})'
    if _is_single_bit(self._value_):
        return f'{module}.{self._name_}'
    if self._boundary_ is not FlagBoundary.KEEP:
        return '|'.join([f'{module}.{name}' for name in self.name.split('|')])
    names = []
    for name in self._name_.split('|'):
        names.append(name if name[0].isdigit() else f'{module}.{name}')
    return '|'.join(names)


def global_str(self):
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    """Put the members in the module, and show them as that."""
    if issubclass(cls, Flag):
        cls.__repr__ = global_flag_repr
    else:
        cls.__repr__ = global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Makes an enumeration of a plain class."""
    def convert(cls):
        body = etype.__class__.__prepare__(cls.__name__, (etype,))
        body['__module__'] = cls.__module__
        body['__qualname__'] = cls.__qualname__
        for name, value in cls.__dict__.items():
            if name in ('__dict__', '__weakref__', '__module__', '__qualname__'):
                continue
            if name == '_generate_next_value_':
                body[name] = getattr(value, '__func__', value)
            else:
                body[name] = value
        return etype.__class__.__new__(etype.__class__, cls.__name__, (etype,),
                                       body, boundary=boundary)
    return convert


@_simple_enum(StrEnum)
class EnumCheck:
    """What verify() can look for."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator: the enumeration must be what the checks say."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _unique(self, enumeration):
        doubled = [(alias, made.name)
                   for alias, made in enumeration.__members__.items()
                   if alias != made.name]
        if doubled:
            told = ', '.join(f'{alias} -> {name}' for alias, name in doubled)
            raise ValueError(f'aliases found in {enumeration!r}: {told}')

    def _continuous(self, enumeration):
        values = {made.value for made in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            expected = [2 ** bit for bit in range(_high_bit(low) + 1,
                                                  _high_bit(high))]
            kind = 'flag'
        elif issubclass(enumeration, Enum):
            expected = range(low + 1, high)
            kind = 'enum'
        else:
            raise Exception('verify: unknown type '
                            f'{type(enumeration).__name__!r}')
        missing = [value for value in expected if value not in values]
        if missing:
            told = ', '.join(str(value) for value in missing)
            raise ValueError((f'invalid {kind} {enumeration.__name__!r}: '
                              f'missing values {told}')[:256])

    def _named(self, enumeration):
        names = enumeration._member_names_
        values = [made.value for made in enumeration]
        bad = []
        missing = 0
        for name, alias in enumeration._member_map_.items():
            if name in names or alias.value < 0:
                continue
            bits = list(_iter_bits_lsb(alias.value))
            lost = [bit for bit in bits if bit not in values]
            if lost:
                bad.append(name)
                for bit in lost:
                    missing |= bit
        if not bad:
            return
        if len(bad) == 1:
            told = f'alias {bad[0]} is missing'
        else:
            told = (f'aliases {", ".join(bad[:-1])} and {bad[-1]} are missing')
        if _is_single_bit(missing):
            amount = f'value 0x{missing:x}'
        else:
            amount = f'combined values of 0x{missing:x}'
        raise ValueError(f'invalid Flag {enumeration.__name__!r}: {told} '
                         f'{amount} [use enum.show_flag_values(value) for '
                         'details]')


def _test_simple_enum(checked_enum, simple_enum):
    """Complain where two enumerations differ; for tests."""
    failed = []
    mine, yours = checked_enum.__dict__, simple_enum.__dict__
    ignored = {'__module__', '__qualname__', '_member_map_', '_member_names_',
               '_value2member_map_', '__doc__', '__dict__', '__weakref__',
               '_new_member_', '__new_member__'}
    members = set(checked_enum._member_names_) | set(simple_enum._member_names_)
    for key in set(mine) | set(yours):
        if key in ignored or key in members:
            continue
        if key not in yours:
            failed.append(f'missing key: {key!r}')
        elif key not in mine:
            failed.append(f'extra key:   {key!r}')
    for name in members:
        if name not in simple_enum._member_names_:
            failed.append(f'missing member from simple enum: {name!r}')
        elif name not in checked_enum._member_names_:
            failed.append(f'extra member in simple enum: {name!r}')
        elif (checked_enum[name]._value_ != simple_enum[name]._value_):
            failed.append(f'values of {name!r} differ')
    if failed:
        raise TypeError('enum mismatch:\n   %s' % '\n   '.join(failed))


def _old_convert_(etype, name, module, filter, source=None, *, boundary=None):
    return etype._convert_(name, module, filter, source, boundary=boundary)


_stdlib_enums = IntEnum, IntFlag, StrEnum
