"""Tracebacks as text."""

import sys

import _traceback

__all__ = ['extract_stack', 'extract_tb', 'format_exception',
           'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception',
           'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException',
           'walk_stack', 'walk_tb', 'print_list']

_MISSING = object()


def _exception(exc, value):
    # Both forms are allowed: (exc) and (type, value, tb).
    if value is _MISSING:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError('Exception expected for value, '
                            f'{type(exc).__name__} found')
        return exc
    return value


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None,
                     chain=True):
    """The lines that print_exception() prints."""
    if (value is _MISSING) != (tb is _MISSING):
        raise ValueError('Both or neither of value and tb must be given')
    exc = _exception(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    if tb is not _MISSING:
        return _with_traceback(exc, tb, chain, limit)
    return _traceback.format_exception(exc, chain, limit)


def _with_traceback(exc, tb, chain, limit):
    # The native half prints the traceback that an exception has.
    if exc is None or tb is exc.__traceback__:
        return _traceback.format_exception(exc, chain, limit)
    old = exc.__traceback__
    exc.__traceback__ = tb
    try:
        return _traceback.format_exception(exc, chain, limit)
    finally:
        exc.__traceback__ = old


def format_exception_only(exc, /, value=_MISSING):
    """The last lines: the exception without its stack."""
    exc = _exception(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    return _traceback.format_exception_only(exc)


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None,
                    file=None, chain=True):
    """Print an exception with its stack and its causes."""
    lines = format_exception(exc, value, tb, limit, chain)
    print(''.join(lines), file=sys.stderr if file is None else file, end='')


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The text that print_exc() prints."""
    return ''.join(format_exception(sys.exc_info()[1], limit=limit,
                                    chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the exception that ended the program."""
    if not hasattr(sys, 'last_value'):
        raise ValueError('no last exception')
    print_exception(sys.last_value, limit=limit, file=file, chain=chain)


class FrameSummary:
    """One line of a stack."""

    __slots__ = ('filename', 'lineno', 'name', '_line', 'locals',
                 'end_lineno', 'colno', 'end_colno', '_whole_line')

    def __init__(self, filename, lineno, name, *, lookup_line=True,
                 locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = locals
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        # The columns count from here; `line` has no indentation.
        self._whole_line = None

    @property
    def line(self):
        return self._line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return (f'<FrameSummary file {self.filename}, line {self.lineno} in '
                f'{self.name}>')


class StackSummary(list):
    """The lines of a stack."""

    @classmethod
    def from_list(cls, a_list):
        """Make one of summaries or (filename, lineno, name, line)."""
        result = cls()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True,
                capture_locals=False):
        """Make one of (frame, lineno) pairs."""
        return cls.from_list(_limited([
            (frame.f_code.co_filename, lineno, frame.f_code.co_name,
             _source_line(frame.f_code.co_filename, lineno))
            for frame, lineno in frame_gen], limit))

    def format_frame_summary(self, frame):
        """The text of one line."""
        return _traceback.format_list([(
            frame.filename, frame.lineno, frame.name,
            frame._whole_line or frame.line,
            frame.end_lineno if frame._whole_line else None,
            frame.colno, frame.end_colno)])[0]

    def format(self):
        """The texts of all lines; repetitions are counted."""
        result = []
        last = None
        count = 0
        for frame in self:
            key = (frame.filename, frame.lineno, frame.name)
            if key != last:
                _repeated(result, count)
                last = key
                count = 0
            count += 1
            if count <= 3:
                result.append(self.format_frame_summary(frame))
        _repeated(result, count)
        return result


def _repeated(result, count):
    if count > 3:
        count -= 3
        plural = 's' if count > 1 else ''
        result.append(f'  [Previous line repeated {count} more '
                      f'time{plural}]\n')


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def _source_line(filename, lineno):
    try:
        with open(filename, encoding='utf-8') as file:
            for number, line in enumerate(file, 1):
                if number == lineno:
                    return line.strip()
    except (OSError, ValueError, NameError):
        pass
    return ''


def extract_tb(tb, limit=None):
    """A StackSummary of a traceback."""
    result = StackSummary()
    for entry in _limited(_traceback.extract_tb(tb), limit):
        (filename, lineno, name, line,
         end_lineno, colno, end_colno, whole_line) = entry
        frame = FrameSummary(filename, lineno, name, line=line,
                             end_lineno=end_lineno, colno=colno,
                             end_colno=end_colno)
        frame._whole_line = whole_line
        result.append(frame)
    return result


def format_list(extracted_list):
    """The texts of a list of summaries."""
    return StackSummary.from_list(extracted_list).format()


def _origin_lines(rows):
    # Where a coroutine was made: rows of file, line and function.
    return format_list([(file, line, name, _source_line(file, line))
                        for file, line, name in rows])


def print_list(extracted_list, file=None):
    """Print a list of summaries."""
    print(''.join(format_list(extracted_list)),
          file=sys.stderr if file is None else file, end='')


def format_tb(tb, limit=None):
    """The lines of a traceback's stack."""
    if limit is None:
        return _traceback.format_tb(tb)
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Print a traceback's stack."""
    print(''.join(format_tb(tb, limit)),
          file=sys.stderr if file is None else file, end='')


def walk_tb(tb):
    """Pairs of frames and line numbers, the oldest first."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Pairs of frames and line numbers, the newest first."""
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _stack(f, limit):
    entries = list(walk_stack(f))
    entries.reverse()
    if limit is not None:
        # The limit counts from the newest frame.
        entries = entries[-limit:] if limit >= 0 else entries[:-limit]
    return StackSummary.extract(entries)


def extract_stack(f=None, limit=None):
    """A StackSummary of the stack of the caller."""
    return _stack(sys._getframe(1) if f is None else f, limit)


def format_stack(f=None, limit=None):
    """The lines of the stack of the caller."""
    return _stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Print the stack of the caller."""
    stack = _stack(sys._getframe(1) if f is None else f, limit)
    print_list(stack, file)


def clear_frames(tb):
    """Let go of the locals of finished frames."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except (RuntimeError, AttributeError):
            pass
        tb = tb.tb_next


class TracebackException:
    """An exception made ready for printing."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None,
                 lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self._exc = exc_value
        self._limit = limit
        self._tb = exc_traceback
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = (exc_value is not None
                                     and exc_value.__suppress_context__)
        self.__cause__ = self._chained(exc_value, '__cause__', seen)
        self.__context__ = self._chained(exc_value, '__context__', seen)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [
                TracebackException.from_exception(e, _seen=seen)
                for e in exc_value.exceptions]

    @staticmethod
    def _chained(exc, name, seen):
        other = getattr(exc, name, None)
        if other is None or id(other) in seen:
            return None
        return TracebackException.from_exception(other, _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Make one of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type_str(self):
        cls = self.exc_type
        if cls.__module__ in ('__main__', 'builtins'):
            return cls.__qualname__
        return f'{cls.__module__}.{cls.__qualname__}'

    def __str__(self):
        return str(self._exc)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return list(self.format()) == list(other.format())
        return NotImplemented

    def format_exception_only(self):
        """The last lines, one by one."""
        yield from _traceback.format_exception_only(self._exc)

    def format(self, *, chain=True):
        """All lines, one by one."""
        yield from _with_traceback(self._exc, self._tb, chain, self._limit)

    def print(self, *, file=None, chain=True):
        """Print it."""
        print(''.join(self.format(chain=chain)),
              file=sys.stderr if file is None else file, end='')
