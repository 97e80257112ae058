"""Where records go."""

import sys
import threading
import weakref

from . import _formatter
from ._levels import _checkLevel, getLevelName, NOTSET

_lock = threading.RLock()
# By name, for who gives handlers names.
_handlers = weakref.WeakValueDictionary()
# In the order in which they were made; `shutdown` goes backwards.
_handlerList = []


def _removeHandlerRef(ref):
    with _lock:
        if ref in _handlerList:
            _handlerList.remove(ref)


def _addHandlerRef(handler):
    with _lock:
        _handlerList.append(weakref.ref(handler, _removeHandlerRef))


class Filter:
    """Lets through what the logger of a name and those below it log."""

    __module__ = 'logging'

    def __init__(self, name=''):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        return (not self.nlen or record.name == self.name
                or record.name.startswith(self.name + '.'))


class Filterer:
    """What has filters: loggers and handlers."""

    __module__ = 'logging'

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """Whether every filter lets the record through."""
        for f in self.filters:
            ask = f.filter if hasattr(f, 'filter') else f
            if not ask(record):
                return False
        return True


class Handler(Filterer):
    """The base of all handlers."""

    __module__ = 'logging'

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        self._closed = False
        _addHandlerRef(self)
        self.createLock()

    def get_name(self):
        return self._name

    def set_name(self, name):
        with _lock:
            if self._name in _handlers:
                del _handlers[self._name]
            self._name = name
            if name:
                _handlers[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        self.lock = threading.RLock()

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def format(self, record):
        formatter = self.formatter or _formatter._defaultFormatter
        return formatter.format(record)

    def emit(self, record):
        raise NotImplementedError('emit must be implemented '
                                  'by Handler subclasses')

    def handle(self, record):
        """Emits the record if the filters let it through; whether they did."""
        passed = self.filter(record)
        if passed:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return passed

    def setFormatter(self, fmt):
        self.formatter = fmt

    def flush(self):
        pass

    def close(self):
        with _lock:
            self._closed = True
            if self._name and self._name in _handlers:
                del _handlers[self._name]

    def handleError(self, record):
        """Tells on standard error why a record could not be emitted."""
        import logging
        if not logging.raiseExceptions or not sys.stderr:
            return
        import traceback
        kind, error, where = sys.exc_info()
        write = sys.stderr.write
        try:
            write('--- Logging error ---\n')
            traceback.print_exception(kind, error, where, None, sys.stderr)
            write('Call stack:\n')
            stack = traceback.extract_stack()
            while stack and _is_ours(stack[-1].filename):
                stack.pop()
            if stack:
                write(''.join(traceback.format_list(stack)))
            else:
                write('Logged from file %s, line %s\n'
                      % (record.filename, record.lineno))
            try:
                write('Message: %r\nArguments: %s\n'
                      % (record.msg, record.args))
            except RecursionError:
                raise
            except Exception:
                write('Unable to print the message and arguments - possible '
                      'formatting error.\nUse the traceback above to help '
                      'find the error.\n')
        except OSError:
            pass
        finally:
            del kind, error, where

    def __repr__(self):
        return '<%s (%s)>' % (self.__class__.__name__,
                              getLevelName(self.level))


_FOLDER = __file__.rpartition('/')[0]


def _is_ours(filename):
    return filename.rpartition('/')[0] == _FOLDER


class StreamHandler(Handler):
    """Writes to a stream, by default standard error."""

    __module__ = 'logging'

    terminator = '\n'

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        self.acquire()
        try:
            if self.stream and hasattr(self.stream, 'flush'):
                self.stream.flush()
        finally:
            self.release()

    def emit(self, record):
        try:
            text = self.format(record)
            self.stream.write(text + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Writes elsewhere from now on; the stream until now, or None."""
        if stream is self.stream:
            return None
        before = self.stream
        self.acquire()
        try:
            self.flush()
            self.stream = stream
        finally:
            self.release()
        return before

    def __repr__(self):
        name = str(getattr(self.stream, 'name', ''))
        return '<%s %s(%s)>' % (self.__class__.__name__,
                                name + ' ' if name else '',
                                getLevelName(self.level))

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))


def _alias(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


class FileHandler(StreamHandler):
    """Writes to a file of its own."""

    __module__ = 'logging'

    def __init__(self, filename, mode='a', encoding=None, delay=False,
                 errors=None):
        import os
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode = mode
        self.encoding = encoding
        if 'b' not in mode and encoding is None:
            self.encoding = 'locale'
        self.errors = errors
        self.delay = delay
        self._builtin_open = open
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            StreamHandler.__init__(self, self._open())

    def close(self):
        self.acquire()
        try:
            try:
                if self.stream:
                    try:
                        self.flush()
                    finally:
                        stream = self.stream
                        self.stream = None
                        if hasattr(stream, 'close'):
                            stream.close()
            finally:
                StreamHandler.close(self)
        finally:
            self.release()

    def _open(self):
        return self._builtin_open(self.baseFilename, self.mode,
                                  encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        # A closed handler opens its file again, but never to empty it.
        if self.stream is None and (self.mode != 'w' or not self._closed):
            self.stream = self._open()
        if self.stream:
            StreamHandler.emit(self, record)

    def __repr__(self):
        return '<%s %s (%s)>' % (self.__class__.__name__, self.baseFilename,
                                 getLevelName(self.level))


class NullHandler(Handler):
    """Takes everything and does nothing."""

    __module__ = 'logging'

    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None


class _StderrHandler(StreamHandler):
    # Writes to what standard error is at the moment.
    __module__ = 'logging'

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


def shutdown(handlerList=_handlerList):
    """Flushes and closes all handlers, the youngest first."""
    import logging
    for ref in reversed(handlerList[:]):
        try:
            handler = ref()
            if handler is None:
                continue
            try:
                handler.acquire()
                if getattr(handler, 'flushOnClose', True):
                    handler.flush()
                handler.close()
            except (OSError, ValueError):
                # A stream may have been closed before its handler.
                pass
            finally:
                handler.release()
        except:
            if logging.raiseExceptions:
                raise
