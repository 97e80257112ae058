"""The logger of the package."""

try:
    import logging
except ImportError:
    from _asyncio import _log

    class _Logger:
        # What `logging` without handlers does: warnings and worse are
        # printed on standard error.
        name = 'asyncio'
        level = 30
        disabled = False

        def setLevel(self, level):
            self.level = level

        def isEnabledFor(self, level):
            return level >= self.level

        def _write(self, level, msg, args, exc_info=None, **kwargs):
            if level >= self.level:
                _log(str(msg) % args if args else str(msg),
                     exc_info[1] if isinstance(exc_info, tuple) else exc_info)

        def debug(self, msg, *args, **kwargs):
            self._write(10, msg, args, **kwargs)

        def info(self, msg, *args, **kwargs):
            self._write(20, msg, args, **kwargs)

        def warning(self, msg, *args, **kwargs):
            self._write(30, msg, args, **kwargs)

        def error(self, msg, *args, **kwargs):
            self._write(40, msg, args, **kwargs)

        def critical(self, msg, *args, **kwargs):
            self._write(50, msg, args, **kwargs)

    logger = _Logger()
else:
    logger = logging.getLogger('asyncio')
