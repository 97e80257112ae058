"""Character classes and templates."""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords',
           'digits', 'hexdigits', 'octdigits', 'printable', 'punctuation',
           'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Every word with a capital letter."""
    return (sep or ' ').join([str.capitalize(word) for word in s.split(sep)])


class Template:
    """Text with $names to put values in."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # Yields (text, None), ('$', None) for '$$', (written, name) for a
        # name and (position, ...) for what is neither.
        text, mark = self.template, self.delimiter
        at = 0
        while True:
            start = text.find(mark, at)
            if start < 0:
                yield text[at:], None
                return
            yield text[at:start], None
            rest = start + len(mark)
            if text.startswith(mark, rest):
                yield mark, None
                at = rest + len(mark)
                continue
            braced = text[rest:rest + 1] == '{'
            end = begin = rest + braced
            while end < len(text) and (
                    text[end] == '_' or text[end].isascii()
                    and (text[end].isalpha()
                         or end > begin and text[end].isdigit())):
                end += 1
            name = text[begin:end]
            if name and (not braced or text[end:end + 1] == '}'):
                at = end + braced
                yield text[start:at], name
            else:
                at = rest
                yield start, ...

    def substitute(self, mapping={}, /, **kws):
        """The text with all values put in."""
        out = []
        for piece, name in self._pieces():
            if name is None:
                out.append(piece)
            elif name is ...:
                before = self.template[:piece].splitlines(keepends=True)
                line = len(before) or 1
                column = piece - sum(map(len, before[:-1])) + 1
                raise ValueError('Invalid placeholder in string: line '
                                 f'{line}, col {column}')
            else:
                out.append(str(kws[name] if name in kws else mapping[name]))
        return ''.join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        """The text with the known values put in."""
        out = []
        for piece, name in self._pieces():
            if name is None:
                out.append(piece)
            elif name is ...:
                out.append(self.delimiter)
            elif name in kws:
                out.append(str(kws[name]))
            else:
                try:
                    out.append(str(mapping[name]))
                except KeyError:
                    out.append(piece)
        return ''.join(out)

    def get_identifiers(self):
        """The names, each once."""
        names = []
        for _, name in self._pieces():
            if isinstance(name, str) and name not in names:
                names.append(name)
        return names

    def is_valid(self):
        """False when substitute() would refuse the text."""
        return all(name is not ... for _, name in self._pieces())


class Formatter:
    """str.format() in parts that can be replaced."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        result, _ = self._vformat(format_string, args, kwargs, 2, 0)
        return result

    def _vformat(self, text, args, kwargs, depth, auto):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, field, spec, conversion in self.parse(text):
            if literal:
                out.append(literal)
            if field is None:
                continue
            first = _first(field)
            if first == '':
                field = str(auto) + field
                auto += 1
            obj, _ = self.get_field(field, args, kwargs)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return ''.join(out), auto

    def parse(self, format_string):
        """Tuples of literal text, field, format and conversion."""
        text = format_string
        literal = ''
        i = 0
        while i < len(text):
            c = text[i]
            if c == '{' or c == '}':
                if text[i + 1:i + 2] == c:
                    yield literal + c, None, None, None
                    literal = ''
                    i += 2
                    continue
                if c == '}':
                    raise ValueError("Single '}' encountered in format string")
                depth = 1
                j = i + 1
                while j < len(text) and depth:
                    depth += (text[j] == '{') - (text[j] == '}')
                    j += 1
                if depth:
                    raise ValueError("expected '}' before end of string")
                field, spec, conversion = _split_field(text[i + 1:j - 1])
                yield literal, field, spec, conversion
                literal = ''
                i = j
                continue
            literal += c
            i += 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        first = _first(field_name)
        rest = field_name[len(first):]
        obj = self.get_value(int(first) if first.isdigit() else first, args,
                             kwargs)
        while rest:
            if rest[0] == '.':
                end = len(_first(rest[1:])) + 1
                obj = getattr(obj, rest[1:end])
            else:
                end = rest.index(']') + 1
                key = rest[1:end - 1]
                obj = obj[int(key) if key.isdigit() else key]
            rest = rest[end:]
        return obj, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')


def _first(field):
    for i, c in enumerate(field):
        if c in '.[':
            return field[:i]
    return field


def _split_field(inside):
    depth = 0
    for i, c in enumerate(inside):
        if c == '[':
            depth += 1
        elif c == ']':
            depth -= 1
        elif not depth and c == ':':
            return inside[:i], inside[i + 1:], None
        elif not depth and c == '!':
            tail = inside[i + 2:]
            return inside[:i], tail[1:], inside[i + 1:i + 2]
    return inside, '', None
