"""Data structures over several lines."""

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr',
           'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *,
           compact=False, sort_dicts=True, underscore_numbers=False):
    """Print an object over as many lines as it needs."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth,
                  compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False,
            sort_dicts=True, underscore_numbers=False):
    """The text that pprint() prints, without the last newline."""
    return PrettyPrinter(indent=indent, width=width, depth=depth,
                         compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers
                         ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() that keeps the order of dicts."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """repr() of an object, also if it contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """True when the text could be read back."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """True when an object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _SafeKey:
    # Puts things in an order that have none among themselves.
    __slots__ = ('obj',)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return ((str(type(self.obj)), id(self.obj))
                    < (str(type(other.obj)), id(other.obj)))


def _safe_pair(pair):
    return _SafeKey(pair[0]), _SafeKey(pair[1])


class PrettyPrinter:
    """pprint() with its settings."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *,
                 compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        """Print to the stream."""
        import sys
        stream = sys.stdout if self._stream is None else self._stream
        if stream is not None:
            stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        """The text."""
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return ''.join(out)

    def format(self, object, context, maxlevels, level):
        """(text, readable, recursive) of an object on one line."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, obj, context, level):
        return self.format(obj, context.copy(), self._depth, level)[0]

    def _format(self, obj, out, indent, allowance, context, level):
        key = id(obj)
        if key in context:
            out.append(_recursion(obj))
            return
        text = self._repr(obj, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._method(obj)
            if method is not None:
                context[key] = 1
                method(obj, out, indent, allowance, context, level + 1)
                del context[key]
                return
        out.append(text)

    def _method(self, obj):
        cls = type(obj)
        name = {dict.__repr__: self._dict, list.__repr__: self._list,
                tuple.__repr__: self._tuple, set.__repr__: self._set,
                frozenset.__repr__: self._set, str.__repr__: self._str,
                }.get(cls.__repr__)
        if name is not None:
            return name
        if cls.__name__ == 'SimpleNamespace':
            return self._namespace
        if hasattr(cls, '__dataclass_fields__') and getattr(
                cls.__repr__, '__qualname__', '').endswith('.__repr__'):
            return self._dataclass
        module = cls.__module__
        if module == 'collections' and cls.__name__ in (
                'OrderedDict', 'Counter', 'defaultdict', 'deque'):
            return self._collection
        return None

    def _dict(self, obj, out, indent, allowance, context, level):
        out.append('{')
        out.append((self._indent - 1) * ' ' if self._indent > 1 else '')
        items = obj.items()
        if self._sort_dicts:
            items = sorted(items, key=_safe_pair)
        self._pairs(list(items), out, indent, allowance + 1, context, level)
        out.append('}')

    def _pairs(self, items, out, indent, allowance, context, level):
        indent += self._indent
        gap = ',\n' + ' ' * indent
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            out.append(text + ': ')
            self._format(value, out, indent + len(text) + 2,
                         allowance if last else 1, context, level)
            if not last:
                out.append(gap)

    def _list(self, obj, out, indent, allowance, context, level):
        out.append('[')
        self._items(obj, out, indent, allowance + 1, context, level)
        out.append(']')

    def _tuple(self, obj, out, indent, allowance, context, level):
        end = ',)' if len(obj) == 1 else ')'
        out.append('(')
        self._items(obj, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _set(self, obj, out, indent, allowance, context, level):
        if not obj:
            out.append(repr(obj))
            return
        cls = type(obj)
        if cls is set:
            start, end = '{', '}'
        else:
            start, end = cls.__name__ + '({', '})'
            indent += len(cls.__name__) + 1
        out.append(start)
        self._items(sorted(obj, key=_SafeKey), out, indent,
                    allowance + len(end), context, level)
        out.append(end)

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * ' ')
        gap = ',\n' + ' ' * indent
        delim = ''
        width = max_width = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                max_width -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if width < size:
                    width = max_width
                    if delim:
                        delim = gap
                if width >= size:
                    width -= size
                    out.append(delim)
                    delim = ', '
                    out.append(text)
                    continue
            out.append(delim)
            delim = gap
            self._format(item, out, indent, allowance if last else 1,
                         context, level)

    def _str(self, obj, out, indent, allowance, context, level):
        if not obj:
            out.append(repr(obj))
            return
        chunks = []
        lines = obj.splitlines(True)
        # At the outermost level the string stands in parentheses.
        if level == 1:
            indent += 1
            allowance += 1
        max_width = width = self._width - indent
        text = ''
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                max_width -= allowance
            if len(text) <= max_width:
                chunks.append(text)
                continue
            parts = _words(line)
            limit = width
            current = ''
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    limit -= allowance
                if len(repr(candidate)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(text)
            return
        body = ('\n' + ' ' * indent).join(chunks)
        out.append(f'({body})' if level == 1 else body)

    def _attributes(self, items, out, indent, allowance, context, level):
        gap = ',\n' + ' ' * indent
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            out.append(key + '=')
            if id(value) in context:
                out.append('...')
            else:
                self._format(value, out, indent + len(key) + 1,
                             allowance if last else 1, context, level)
            if not last:
                out.append(gap)

    def _namespace(self, obj, out, indent, allowance, context, level):
        cls = type(obj)
        module = cls.__module__
        name = 'namespace' if module == 'types' else cls.__name__
        indent += len(name) + 1
        out.append(name + '(')
        self._attributes(list(obj.__dict__.items()), out, indent, allowance,
                         context, level)
        out.append(')')

    def _dataclass(self, obj, out, indent, allowance, context, level):
        name = type(obj).__name__
        indent += len(name) + 1
        items = [(f.name, getattr(obj, f.name))
                 for f in obj.__dataclass_fields__.values() if f.repr]
        out.append(name + '(')
        self._attributes(items, out, indent, allowance, context, level)
        out.append(')')

    def _collection(self, obj, out, indent, allowance, context, level):
        name = type(obj).__name__
        if not len(obj):
            out.append(repr(obj))
            return
        out.append(name + '(')
        if name == 'OrderedDict':
            self._list(list(obj.items()), out, indent + len(name) + 1,
                       allowance + 1, context, level)
        elif name == 'Counter':
            out.append('{')
            if self._indent > 1:
                out.append((self._indent - 1) * ' ')
            self._pairs(obj.most_common(), out, indent + len(name) + 1,
                        allowance + 2, context, level)
            out.append('}')
        elif name == 'deque':
            indent += len(name) + 1
            out.append('[')
            self._items(obj, out, indent, allowance + 2, context, level)
            out.append(']')
        else:
            factory = self._repr(obj.default_factory, context, level)
            indent += len(name) + 1
            out.append(f'{factory},\n{" " * indent}')
            self._dict(obj, out, indent, allowance + 1, context, level)
        out.append(')')

    def _safe_repr(self, obj, context, maxlevels, level):
        cls = type(obj)
        if cls is int:
            return (f'{obj:_d}' if self._underscores else repr(obj)), True, \
                False
        if cls in (str, float, bool, type(None), bytes, complex):
            return repr(obj), True, False
        own = cls.__repr__
        if own is dict.__repr__:
            left, right, empty = '{', '}', '{}'
        elif own is list.__repr__:
            left, right, empty = '[', ']', '[]'
        elif own is tuple.__repr__:
            left, right, empty = '(', ')', '()'
        else:
            text = repr(obj)
            return text, bool(text) and not text.startswith('<'), False
        if not obj:
            return empty, True, False
        key = id(obj)
        if maxlevels and level >= maxlevels:
            if left == '(' and len(obj) == 1:
                right = ',)'
            return f'{left}...{right}', False, key in context
        if key in context:
            return _recursion(obj), False, True
        context[key] = 1
        readable, recursive = True, False
        parts = []
        if left == '{':
            items = obj.items()
            if self._sort_dicts:
                items = sorted(items, key=_safe_pair)
            for k, v in items:
                k, kr, kx = self.format(k, context, maxlevels, level + 1)
                v, vr, vx = self.format(v, context, maxlevels, level + 1)
                parts.append(f'{k}: {v}')
                readable = readable and kr and vr
                recursive = recursive or kx or vx
        else:
            for item in obj:
                text, ir, ix = self.format(item, context, maxlevels,
                                           level + 1)
                parts.append(text)
                readable = readable and ir
                recursive = recursive or ix
            if left == '(' and len(obj) == 1:
                right = ',)'
        del context[key]
        return left + ', '.join(parts) + right, readable, recursive


def _recursion(obj):
    return f'<Recursion on {type(obj).__name__} with id={id(obj)}>'


def _words(line):
    # Words with the white space that follows them.
    parts = []
    start = i = 0
    n = len(line)
    while i < n:
        while i < n and not line[i].isspace():
            i += 1
        while i < n and line[i].isspace():
            i += 1
        parts.append(line[start:i])
        start = i
    return parts
