"""Warnings: what is shown, hidden, recorded or raised."""

import sys

import _warnings
from _warnings import warn

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning',
           'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings', 'deprecated']

# Entries: (action, message pattern, category, module pattern, line number).
# Patterns are None or have match(). The list is shared with the native half.
filters = _warnings.filters

# The places that "default", "module" and "once" have shown already.
_shown = set()


class WarningMessage:
    """A warning as it is recorded."""

    def __init__(self, message, category, filename, lineno, file=None,
                 line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : '
                f'{self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


class _Prefix:
    # Stands for a pattern as long as there is no re module.
    def __init__(self, text):
        self.pattern = text

    def match(self, text):
        return text.lower().startswith(self.pattern.lower())


def _pattern(text, ignore_case):
    if not text:
        return None
    try:
        import re
    except ImportError:
        return _Prefix(text)
    return re.compile(text, re.I if ignore_case else 0)


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, stderr by default."""
    _write(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    return _format(WarningMessage(message, category, filename, lineno, None,
                                  line))


_own_showwarning = showwarning
_own_formatwarning = formatwarning


def _write(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return
    if formatwarning is not _own_formatwarning:
        text = formatwarning(msg.message, msg.category, msg.filename,
                             msg.lineno, msg.line)
    else:
        text = _format(msg)
    try:
        file.write(text)
    except OSError:
        pass


def _format(msg):
    name = msg.category.__name__
    text = f'{msg.filename}:{msg.lineno}: {name}: {msg.message}\n'
    line = msg.line
    if line is None:
        from traceback import _source_line
        line = _source_line(msg.filename, msg.lineno)
    if line:
        text += f'  {line.strip()}\n'
    if msg.source is not None:
        text += (f'{name}: Enable tracemalloc to get the object allocation '
                 'traceback\n')
    return text


def _show(msg):
    # Programs may put their own function in the place of showwarning().
    if showwarning is not _own_showwarning:
        showwarning(msg.message, msg.category, msg.filename, msg.lineno,
                    msg.file, msg.line)
    elif _record is not None:
        _record.append(msg)
    else:
        _write(msg)


_record = None


def _dispatch(message, category, filename, lineno, module, source=None):
    """What the native warn() calls once it knows where the warning is from."""
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = str(message)
        message = category(message)
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    action = 'default'
    for entry in filters:
        action, pattern, kind, place, line = entry
        if ((pattern is None or pattern.match(text))
                and issubclass(category, kind)
                and (place is None or _matches(place, module))
                and (line == 0 or line == lineno)):
            break
    else:
        action = defaultaction
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        key = (text, category)
    elif action == 'module':
        key = (text, category, module)
    elif action == 'default':
        key = (text, category, module, lineno)
    elif action in ('always', 'all'):
        key = None
    else:
        raise RuntimeError(f'Unrecognized action ({action!r}) in '
                           f'warnings.filters:\n {entry}')
    if key is not None:
        if key in _shown:
            return
        _shown.add(key)
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _matches(place, module):
    # The native defaults name the module by its whole name.
    if isinstance(place, str):
        return place == module
    return place.match(module)


defaultaction = 'default'
_warnings.warn_hook = _dispatch


def warn_explicit(message, category, filename, lineno, module=None,
                  registry=None, module_globals=None, source=None):
    """Warn about a place that is named."""
    _dispatch(message, category, filename, lineno, module, source)


def _add_filter(entry, append):
    if append:
        if entry not in filters:
            filters.append(entry)
    else:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)
    # A changed rule is a new start for "once" and its like.
    _shown.clear()


def _check(action, category, lineno):
    if action not in ('error', 'ignore', 'always', 'all', 'default', 'module',
                      'once'):
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def filterwarnings(action, message='', category=Warning, module='', lineno=0,
                   append=False):
    """Put a rule with patterns before the others."""
    _check(action, category, lineno)
    _add_filter((action, _pattern(message, True), category,
                 _pattern(module, False), lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Put a rule for a category before the others."""
    _check(action, category, lineno)
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    """Take all rules away."""
    filters.clear()
    _shown.clear()


class catch_warnings:
    """Put the rules back at the end; with record, collect the warnings."""

    def __init__(self, *, record=False, module=None, action=None,
                 category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = (None if action is None
                        else (action, category, lineno, append))
        self._entered = False

    def __repr__(self):
        args = 'record=True' if self._record else ''
        return f'{type(self).__name__}({args})'

    def __enter__(self):
        global _record, showwarning
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = (filters[:], _record, showwarning)
        _shown.clear()
        log = None
        if self._record:
            log = _record = []
            showwarning = _own_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global _record, showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], _record, showwarning = self._saved
        _shown.clear()


class deprecated:
    """Mark a class or function: its use warns."""

    def __init__(self, message, /, *, category=DeprecationWarning,
                 stacklevel=1):
        if not isinstance(message, str):
            raise TypeError('Expected an object of type str for '
                            f"'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        from functools import wraps
        if isinstance(arg, type):
            original = arg.__init__

            @wraps(original)
            def __init__(self, *args, **kwargs):
                if type(self) is arg:
                    warn(message, category, stacklevel=level + 1)
                original(self, *args, **kwargs)

            arg.__init__ = __init__
            arg.__deprecated__ = message
            return arg

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel=level + 1)
            return arg(*args, **kwargs)

        wrapper.__deprecated__ = message
        return wrapper
