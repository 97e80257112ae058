"""Who waits for whom."""

from _asyncio import Task, _awaited_by, _call_stack, current_task
from asyncio.futures import isfuture

__all__ = ('capture_call_graph', 'format_call_graph', 'print_call_graph',
           'FrameCallGraphEntry', 'FutureCallGraph')


def _record(cls_name, fields):
    # A small frozen dataclass, without the cost of importing dataclasses.
    def __init__(self, *args, **kwargs):
        for field, value in zip(fields, args):
            kwargs.setdefault(field, value)
        for field in fields:
            try:
                object.__setattr__(self, field, kwargs.pop(field))
            except KeyError:
                raise TypeError(f'{cls_name}.__init__() missing 1 required '
                                f"argument: '{field}'") from None
        if kwargs:
            raise TypeError(f'{cls_name}.__init__() got an unexpected keyword '
                            f'argument {next(iter(kwargs))!r}')

    def __setattr__(self, name, value):
        raise AttributeError(f'cannot assign to field {name!r}')

    def __repr__(self):
        shown = ', '.join(f'{field}={getattr(self, field)!r}'
                          for field in fields)
        return f'{cls_name}({shown})'

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, field) == getattr(other, field)
                   for field in fields)

    def __hash__(self):
        return hash(tuple(getattr(self, field) for field in fields))

    return type(cls_name, (), {
        '__slots__': fields, '__match_args__': fields, '__init__': __init__,
        '__setattr__': __setattr__, '__repr__': __repr__, '__eq__': __eq__,
        '__hash__': __hash__, '__module__': __name__})


FrameCallGraphEntry = _record('FrameCallGraphEntry', ('frame',))
FutureCallGraph = _record('FutureCallGraph',
                          ('future', 'call_stack', 'awaited_by'))


def _limited(entries, limit):
    if limit is None:
        return entries
    if limit == 0:
        return []
    return entries[:limit] if limit > 0 else entries[limit:]


def _waiters(future):
    # Tasks that wait for it themselves, and those behind the library's
    # callbacks: of gather(), wait(), shield(), groups and as_completed().
    found = list(_awaited_by(future))

    def add(waiter):
        if waiter is not None and not any(waiter is old for old in found):
            found.append(waiter)

    for function, _ in getattr(future, '_callbacks', None) or ():
        owner = getattr(function, '__self__', None)
        if owner is not None:
            add(getattr(owner, '_parent_task', None))
            queue = getattr(owner, '_done', None)
            for getter in getattr(queue, '_getters', ()):
                for waiter in _waiters(getter):
                    add(waiter)
            continue
        code = getattr(function, '__code__', None)
        if code is None or not code.co_filename.startswith('<stdlib>/asyncio'):
            continue
        for name, cell in zip(code.co_freevars, function.__closure__ or ()):
            if name in ('outer', 'waiter'):
                for waiter in _waiters(cell.cell_contents):
                    add(waiter)
    return found


def _build(future, limit, seen):
    if not isfuture(future):
        raise TypeError(f'{future!r} object does not appear to be compatible '
                        'with asyncio.Future')
    stack = [FrameCallGraphEntry(frame) for frame in _call_stack(future)]
    awaited_by = []
    if future not in seen:
        seen.add(future)
        awaited_by = [_build(waiter, limit, seen)
                      for waiter in _waiters(future)]
    return FutureCallGraph(future, tuple(_limited(stack, limit)),
                           tuple(awaited_by))


def _own_stack(depth):
    import sys
    frames = []
    try:
        while True:
            frames.append(sys._getframe(depth + 1 + len(frames)))
    except ValueError:
        pass
    # What lies below the task's own coroutine is the loop's business.
    own = []
    for frame in frames:
        own.append(FrameCallGraphEntry(frame))
        if _is_root(frame):
            break
    return own


def _is_root(frame):
    task = current_task()
    code = getattr(task.get_coro(), 'cr_code', None)
    return code is frame.f_code or (
        code is not None and code.co_name == frame.f_code.co_name
        and code.co_filename == frame.f_code.co_filename)


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The call stack of a task or future, and who awaits it.

    Without a future that of the current task; None if there is none.
    """
    import asyncio
    loop = asyncio._get_running_loop()
    if future is not None:
        if loop is None or future is not current_task(loop):
            return _build(future, limit, set())
    else:
        if loop is None:
            raise RuntimeError('capture_call_graph() is called outside of a '
                               'running event loop and no *future* to '
                               'introspect was provided')
        future = current_task(loop)
    if future is None:
        # A callback: there is no task.
        return None
    if not isfuture(future):
        raise TypeError(f'{future!r} object does not appear to be compatible '
                        'with asyncio.Future')
    stack = _limited(_own_stack(depth), limit)
    awaited_by = [_build(waiter, limit, {future})
                  for waiter in _waiters(future)]
    return FutureCallGraph(future, tuple(stack), tuple(awaited_by))


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph as text; each task is shown once."""
    lines = []
    seen = set()

    def show(graph, level):
        def add(line):
            lines.append(level * '    ' + line)
        future = graph.future
        again = future in seen
        seen.add(future)
        mark = ' (shown above)' if again else ''
        if isinstance(future, Task):
            add(f'* Task(name={future.get_name()!r}, '
                f'id={id(future):#x}){mark}')
        else:
            add(f'* {type(future).__name__}(id={id(future):#x}){mark}')
        if again:
            return
        if graph.call_stack:
            add('  + Call stack:')
            for entry in graph.call_stack:
                code = entry.frame.f_code
                name = getattr(code, 'co_qualname', code.co_name)
                flags = getattr(code, 'co_flags', 0)
                kind = 'async ' if flags & (0x80 | 0x200) else ''
                add(f'  |   File {code.co_filename!r}, line '
                    f'{entry.frame.f_lineno}, in {kind}{name}()')
        if graph.awaited_by:
            add('  + Awaited by:')
            for waiter in graph.awaited_by:
                show(waiter, level + 1)

    graph = capture_call_graph(future, depth=depth + 1, limit=limit)
    if graph is None:
        return ''
    show(graph, 0)
    return '\n'.join(lines)


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Print the call graph."""
    print(format_call_graph(future, depth=depth + 1, limit=limit), file=file)
