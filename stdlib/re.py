"""Regular expressions. Compiling and matching are native: `_re`."""

import enum
import functools

import _re

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall',
           'finditer', 'compile', 'purge', 'template', 'escape', 'error',
           'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII',
           'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE',
           'NOFLAG', 'RegexFlag']

__version__ = '2.2.1'


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """How a pattern is read and matched."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    _numeric_repr_ = hex

    def __repr__(self):
        if self._name_ is None:
            return f're.RegexFlag({self._value_!r})'
        return '|'.join(name if name[0].isdigit() else f're.{name}'
                        for name in self._name_.split('|'))

    __str__ = object.__str__


globals().update(RegexFlag.__members__)


class error(Exception):
    """A string that is no regular expression."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg += f' (line {self.lineno}, column {self.colno})'
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


_BIG = 2 ** 62


class Match:
    """What a pattern found."""

    __slots__ = ('_spans', 're', 'string', 'pos', 'endpos')
    __module__ = 're'

    def __new__(cls, *args):
        raise TypeError("cannot create 're.Match' instances")

    def _number(self, group):
        if type(group) is int:
            number = group
        else:
            try:
                number = self.re.groupindex[group]
            except (KeyError, TypeError):
                try:
                    number = group.__index__()
                except AttributeError:
                    raise IndexError('no such group') from None
        if 0 <= number <= self.re.groups:
            return number
        raise IndexError('no such group')

    def _text(self, number, default=None):
        start = self._spans[2 * number]
        if start < 0:
            return default
        return self.string[start:self._spans[2 * number + 1]]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._number(groups[0]))
        return tuple(self._text(self._number(group)) for group in groups)

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple(self._text(number, default)
                     for number in range(1, self.re.groups + 1))

    def groupdict(self, default=None):
        return {name: self._text(number, default)
                for name, number in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._spans[2 * self._number(group)]

    def end(self, group=0, /):
        return self._spans[2 * self._number(group) + 1]

    def span(self, group=0, /):
        number = self._number(group)
        return self._spans[2 * number], self._spans[2 * number + 1]

    def expand(self, template):
        return _filled(self, _parsed_template(self.re, template))

    @property
    def regs(self):
        return tuple(self.span(number) for number in range(self.re.groups + 1))

    @property
    def lastindex(self):
        return self._spans[-1]

    @property
    def lastgroup(self):
        last = self._spans[-1]
        for name, number in self.re.groupindex.items():
            if number == last:
                return name
        return None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return (f'<re.Match object; span={self.span()!r}, '
                f'match={self.group()!r}>')

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


_new_match = object.__new__


class Pattern:
    """A compiled regular expression."""

    __slots__ = ('_program', 'pattern', 'flags', 'groups', 'groupindex',
                 '__weakref__')
    __module__ = 're'

    def __new__(cls, *args):
        raise TypeError("cannot create 're.Pattern' instances")

    def _match(self, string, pos, endpos, spans):
        found = _new_match(Match)
        found._spans = spans
        found.re = self
        found.string = string
        size = len(string)
        if pos == 0 and endpos == _BIG:
            found.pos = 0
            found.endpos = size
        else:
            found.pos = min(max(pos, 0), size)
            found.endpos = min(max(endpos, 0), size)
        return found

    def match(self, string, pos=0, endpos=_BIG):
        spans = _re.run(self._program, string, pos, endpos, 0)
        return None if spans is None else self._match(string, pos, endpos, spans)

    def search(self, string, pos=0, endpos=_BIG):
        spans = _re.run(self._program, string, pos, endpos, 1)
        return None if spans is None else self._match(string, pos, endpos, spans)

    def fullmatch(self, string, pos=0, endpos=_BIG):
        spans = _re.run(self._program, string, pos, endpos, 2)
        return None if spans is None else self._match(string, pos, endpos, spans)

    def finditer(self, string, pos=0, endpos=_BIG):
        rows = _re.scan(self._program, string, pos, endpos, 0)
        return (self._match(string, pos, endpos, spans) for spans in rows)

    def findall(self, string, pos=0, endpos=_BIG):
        rows = _re.scan(self._program, string, pos, endpos, 0)
        if self.groups == 0:
            return [string[row[0]:row[1]] for row in rows]
        if self.groups == 1:
            return [string[row[2]:row[3]] if row[2] >= 0 else string[:0]
                    for row in rows]
        places = range(2, 2 * self.groups + 2, 2)
        return [tuple([string[row[at]:row[at + 1]] if row[at] >= 0
                       else string[:0] for at in places]) for row in rows]

    def split(self, string, maxsplit=0):
        if maxsplit < 0:
            return [string[:]]
        parts = []
        last = 0
        for row in _re.scan(self._program, string, 0, _BIG, maxsplit):
            parts.append(string[last:row[0]])
            for at in range(2, 2 * self.groups + 2, 2):
                parts.append(string[row[at]:row[at + 1]] if row[at] >= 0
                             else None)
            last = row[1]
        parts.append(string[last:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        empty = string[:0]
        if count < 0:
            return string, 0
        if isinstance(empty, bytearray):
            empty = b''
        template = None if callable(repl) else _parsed_template(self, repl)
        rows = _re.scan(self._program, string, 0, _BIG, count)
        parts = []
        last = 0
        if template is None:
            for row in rows:
                parts.append(string[last:row[0]])
                new = repl(self._match(string, 0, _BIG, row))
                if new is not None:
                    parts.append(new)
                last = row[1]
        elif len(template) == 1 and type(template[0]) is not int:
            text = template[0]
            for row in rows:
                parts.append(string[last:row[0]])
                parts.append(text)
                last = row[1]
        else:
            for row in rows:
                parts.append(string[last:row[0]])
                for part in template:
                    if type(part) is not int:
                        parts.append(part)
                    elif row[2 * part] >= 0:
                        parts.append(string[row[2 * part]:row[2 * part + 1]])
                last = row[1]
        parts.append(string[last:])
        return empty.join(parts), len(rows)

    def scanner(self, string, pos=0, endpos=_BIG):
        return _Scanner(self, string, pos, endpos)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (type(self.pattern) is type(other.pattern)
                and self.pattern == other.pattern and self.flags == other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __reduce__(self):
        return _compile, (self.pattern, self.flags)

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str) and flags & 256 == 0:
            flags &= ~32
        text = repr(self.pattern)[:200]
        if flags:
            return f're.compile({text}, {RegexFlag(flags)!r})'
        return f're.compile({text})'

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._found = pattern.finditer(string, pos, endpos)

    def search(self):
        return next(self._found, None)


def _compile(pattern, flags=0):
    if type(flags) is not int:
        flags = int(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled '
                             'pattern')
        return pattern
    return _cached(type(pattern), pattern, flags)


@functools.lru_cache(512)
def _cached(kind, pattern, flags):
    if isinstance(pattern, str):
        if flags & 4:
            raise ValueError('cannot use LOCALE flag with a str pattern')
        if flags & 256 and flags & 32:
            raise ValueError('ASCII and UNICODE flags are incompatible')
    elif hasattr(pattern, 'decode') or kind.__name__ == 'memoryview':
        if flags & 32:
            raise ValueError('cannot use UNICODE flag with a bytes pattern')
        if flags & 4 and flags & 256:
            raise ValueError('ASCII and LOCALE flags are incompatible')
    else:
        raise TypeError('first argument must be string or compiled pattern')
    made = _re.compile(pattern, flags)
    if made[0] is None:
        if made[1].startswith('look-behind requires'):
            raise error(made[1])
        raise error(made[1], pattern, made[2])
    result = object.__new__(Pattern)
    result._program, result.flags, result.groups, names = made
    from types import MappingProxyType
    result.groupindex = MappingProxyType(names)
    result.pattern = pattern
    return result


_SIMPLE = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
           'v': '\v', '\\': '\\'}


def _parsed_template(pattern, template):
    if isinstance(template, str):
        return _str_template(pattern, template, template)
    text = bytes(template).decode('latin-1')
    return [part if isinstance(part, int) else part.encode('latin-1')
            for part in _str_template(pattern, text, template)]


@functools.lru_cache(512)
def _str_template(pattern, text, original):
    # Texts and numbers of groups, in turn.
    parts = []
    plain = ''
    at = 0
    while True:
        slash = text.find('\\', at)
        if slash < 0:
            plain += text[at:]
            break
        plain += text[at:slash]
        char = text[slash + 1:slash + 2]
        if not char:
            raise error('bad escape (end of pattern)', original, slash)
        at = slash + 2
        group = None
        if char == 'g':
            if text[at:at + 1] != '<':
                raise error('missing <', original, at)
            end = text.find('>', at)
            name = text[at + 1:end] if end >= 0 else text[at + 1:]
            if not name:
                raise error('missing group name', original, at + 1)
            if end < 0:
                raise error('missing >, unterminated name', original, at + 1)
            group = _template_group(pattern, name, original, at + 1)
            at = end + 1
        elif char == '0':
            digits = char
            while len(digits) < 3 and text[at:at + 1] in set('01234567'):
                digits += text[at]
                at += 1
            plain += chr(int(digits, 8) & 255)
        elif char.isdigit() and char.isascii():
            digits = char
            following = text[at:at + 1]
            if following.isdigit() and following.isascii():
                digits += following
                at += 1
                third = text[at:at + 1]
                octal = set('01234567')
                if (digits[0] in octal and digits[1] in octal
                        and third in octal):
                    value = int(digits + third, 8)
                    if value > 0o377:
                        raise error(f'octal escape value \\{digits}{third} '
                                    'outside of range 0-0o377', original, slash)
                    plain += chr(value)
                    at += 1
                    continue
            group = int(digits)
            if group > pattern.groups:
                raise error(f'invalid group reference {group}', original,
                            slash + 1)
        elif char in _SIMPLE:
            plain += _SIMPLE[char]
        elif char.isascii() and char.isalpha():
            raise error(f'bad escape \\{char}', original, slash)
        else:
            plain += '\\' + char
        if group is not None:
            if plain:
                parts.append(plain)
            plain = ''
            parts.append(group)
    if plain or not parts:
        parts.append(plain)
    return parts


def _template_group(pattern, name, template, at):
    if name.isdigit() and name.isascii():
        group = int(name)
        if group > pattern.groups:
            raise error(f'invalid group reference {group}', template, at)
        return group
    if not name.isidentifier():
        raise error(f'bad character in group name {name!r}', template, at)
    try:
        return pattern.groupindex[name]
    except KeyError:
        raise IndexError(f'unknown group name {name!r}') from None


def _filled(found, template):
    empty = found.string[:0]
    if isinstance(empty, bytearray):
        empty = b''
    return empty.join([found._text(part, empty) if isinstance(part, int)
                       else part for part in template])


def compile(pattern, flags=0):
    """A pattern object."""
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """A match at the start of the string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """A match of the whole string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match in the string, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with the matches replaced."""
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """(the string with the matches replaced, how many there were)."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The parts of the string between the matches."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All matches: texts, or groups."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """All matches, as match objects."""
    return _compile(pattern, flags).finditer(string)


def template(pattern, flags=0):
    return _compile(pattern, flags)


def purge():
    """Forget compiled patterns."""
    _cached.cache_clear()
    _str_template.cache_clear()


_SPECIAL = frozenset('()[]{}?*+-|^$\\.&~# \t\n\r\v\f')


def escape(pattern):
    """The pattern with all special characters escaped."""
    if isinstance(pattern, str):
        return ''.join(['\\' + char if char in _SPECIAL else char
                        for char in pattern])
    text = str(pattern, 'latin-1')
    return escape(text).encode('latin-1')
