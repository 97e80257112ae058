"""What sets logging up: the root's handlers, warnings as records."""

from ._formatter import Formatter, _check_style, _STYLES
from ._handlers import FileHandler, NullHandler, StreamHandler, _lock


def basicConfig(*, force=False, encoding=None, errors='backslashreplace',
                **kwargs):
    """Gives the root a handler, unless it has one."""
    from . import root
    with _lock:
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = kwargs.pop('handlers', None)
        if handlers is None:
            if 'stream' in kwargs and 'filename' in kwargs:
                raise ValueError("'stream' and 'filename' should not be "
                                 "specified together")
        elif 'stream' in kwargs or 'filename' in kwargs:
            raise ValueError("'stream' or 'filename' should not be "
                             "specified together with 'handlers'")
        if handlers is None:
            filename = kwargs.pop('filename', None)
            mode = kwargs.pop('filemode', 'a')
            if filename:
                made = FileHandler(
                    filename, mode, encoding=encoding,
                    errors=None if 'b' in mode else errors)
            else:
                made = StreamHandler(kwargs.pop('stream', None))
            handlers = [made]
        dates = kwargs.pop('datefmt', None)
        style = kwargs.pop('style', '%')
        _check_style(style)
        form = Formatter(kwargs.pop('format', _STYLES[style][1]), dates,
                         style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(form)
            root.addHandler(handler)
        level = kwargs.pop('level', None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError('Unrecognised argument(s): %s'
                             % ', '.join(kwargs))


_warnings_showwarning = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        if _warnings_showwarning is not None:
            _warnings_showwarning(message, category, filename, lineno, file,
                                  line)
        return
    import warnings
    from . import getLogger
    logger = getLogger('py.warnings')
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(warnings.formatwarning(message, category, filename,
                                              lineno, line)))


def captureWarnings(capture):
    """Whether warnings are logged, by the logger `py.warnings`."""
    global _warnings_showwarning
    import warnings
    if capture:
        if _warnings_showwarning is None:
            _warnings_showwarning = warnings.showwarning
            warnings.showwarning = _showwarning
    elif _warnings_showwarning is not None:
        warnings.showwarning = _warnings_showwarning
        _warnings_showwarning = None
