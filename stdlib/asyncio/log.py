"""The logger of the package."""

# `import logging` costs more than most programs that use asyncio: it is
# loaded by who asks for the logger. What the loop itself has to say goes
# to the logger as soon as `logging` is loaded.


def __getattr__(name):
    if name != 'logger':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    global logger
    from logging import getLogger
    logger = getLogger('asyncio')
    return logger
