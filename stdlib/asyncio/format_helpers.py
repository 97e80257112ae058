"""How callbacks and stacks are shown."""

import sys
import traceback
from functools import partial
from reprlib import repr as _short


def _get_function_source(func):
    func = _unwrap(func)
    code = getattr(func, '__code__', None)
    if code is not None:
        return code.co_filename, code.co_firstlineno
    if isinstance(func, partial):
        return _get_function_source(func.func)
    return None


def _unwrap(func):
    while hasattr(func, '__wrapped__'):
        func = func.__wrapped__
    return func


def _format_callback_source(func, args, *, debug=False):
    text = _format_callback(func, args, None, debug=debug)
    source = _get_function_source(func)
    if source:
        text += f' at {source[0]}:{source[1]}'
    return text


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    if not debug:
        return '()'
    items = [_short(arg) for arg in args]
    items += [f'{key}={_short(value)}' for key, value in kwargs.items()]
    return f"({', '.join(items)})"


def _format_callback(func, args, kwargs, *, debug=False, suffix=''):
    if isinstance(func, partial):
        suffix = _format_args_and_kwargs(args, kwargs or {},
                                         debug=debug) + suffix
        return _format_callback(func.func, func.args, func.keywords,
                                debug=debug, suffix=suffix)
    name = (getattr(func, '__qualname__', None)
            or getattr(func, '__name__', None) or repr(func))
    return name + _format_args_and_kwargs(args, kwargs or {},
                                          debug=debug) + suffix


def extract_stack(f=None, limit=None):
    """The stack from `f` (the caller) outwards, the newest last."""
    if f is None:
        f = sys._getframe(1)
    if limit is None:
        # Enough to find a place by, in debug mode.
        limit = 10
    stack = traceback.StackSummary.extract(traceback.walk_stack(f),
                                           limit=limit, lookup_lines=False)
    stack.reverse()
    return stack
