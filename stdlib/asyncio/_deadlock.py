"""The text of a DeadlockError: who waits for whom."""

from _asyncio import Future, Task, _pending_tasks, _suspended
from asyncio.exceptions import DeadlockError

_LIBRARY = '<stdlib>'
# More lines nobody reads.
_MOST_LINES = 200


def error(loop, main):
    """The exception that is raised in the main task."""
    text = _Tree(loop, main).text()
    waited = getattr(main, '_fut_waiter', None)
    if waited is not None and not isinstance(waited, Task):
        # Nobody will look at what becomes of it.
        waited.add_done_callback(_look_at)
    return DeadlockError(text)


def _look_at(fut):
    if not fut.cancelled():
        fut.exception()


def _place(coro):
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    if frame is None:
        return None
    return f'{frame.f_code.co_filename}:{frame.f_lineno}'


def _file(coro):
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    return '' if code is None else code.co_filename


class _Tree:
    def __init__(self, loop, main):
        self.main = main
        self.tasks = _pending_tasks(loop)
        self.lines = []
        self.shown = set()
        self.path = []
        self.cycles = False
        # Which tasks are inside `async with` of what.
        self.holders = []
        for task in self.tasks:
            waits_for = self.primitive(task)[0]
            for _, _, held in _suspended(task):
                self.holders += [(obj, task) for obj in held
                                 if obj is not waits_for]

    def text(self):
        if isinstance(self.main, Task):
            self.show_task(self.main, 1)
        else:
            self.add(f'the loop runs until {self.main!r} is done', 1)
        rest = [task for task in self.tasks if task not in self.shown]
        for task in rest:
            if task not in self.shown:
                self.show_task(task, 1)
        head = ('nothing is ready, no timer is set, and nothing outside can '
                'wake the loop')
        if self.cycles:
            head = 'tasks wait for each other; ' + head
        lines = self.lines
        if len(lines) > _MOST_LINES:
            more = len(lines) - _MOST_LINES
            lines = lines[:_MOST_LINES] + [f'  ... and {more} lines more']
        return '\n'.join([head, *lines])

    def add(self, text, level):
        self.lines.append('  ' * level + text)

    def show_task(self, task, level, prefix=''):
        name = f'{prefix}task {task.get_name()!r}'
        if task in self.path:
            self.cycles = True
            self.add(f'{name} (cycle)', level)
            return
        if task in self.shown:
            self.add(f'{name} (see above)', level)
            return
        self.shown.add(task)
        coro = task.get_coro()
        what = (getattr(coro, '__qualname__', None)
                or type(coro).__name__)
        text = f'{name} in {what}()'
        code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
        source = task._source_traceback
        if source:
            text += f', created at {source[-1].filename}:{source[-1].lineno}'
        elif code is not None:
            text += f', defined at {code.co_filename}:{code.co_firstlineno}'
        place = self.waits_at(task)
        if place:
            text += f', waits at {place}'
        self.add(text, level)
        self.path.append(task)
        self.show_waited(task, level + 1)
        self.path.pop()

    def waits_at(self, task):
        place = None
        for coro, _, _ in _suspended(task):
            if place is None or not _file(coro).startswith(_LIBRARY):
                place = _place(coro) or place
        return place

    def primitive(self, task):
        # The object of the library that the task waits in, and the awaitables
        # that it waits for there, as far as the library's frames tell.
        for coro, locals, _ in _suspended(task):
            if not _file(coro).startswith(_LIBRARY + '/asyncio/'):
                continue
            own = locals.get('self')
            tasks = getattr(own, '_tasks', None)
            if isinstance(tasks, set):
                return own, [t for t in self.tasks if t in tasks]
            todo = getattr(own, '_todo', None)
            if isinstance(todo, set):
                return own, [t for t in self.tasks if t in todo]
            if own is not None:
                return own, None
            fs = locals.get('fs')
            if isinstance(fs, set):
                return 'wait()', [t for t in self.tasks if t in fs]
        return None, None

    def show_waited(self, task, level):
        waited = task._fut_waiter
        own, parts = self.primitive(task)
        if parts is not None:
            name = own if isinstance(own, str) else type(own).__name__
            self.add(f'for {name} of {len(parts)} unfinished:', level)
            for part in parts:
                self.show_future(part, level + 1)
        elif own is not None and not isinstance(waited, Task):
            self.add(f'for {own!r}', level)
            held = [other for obj, other in self.holders if obj is own]
            for other in held:
                self.show_task(other, level + 1, 'held by ')
        elif waited is not None:
            self.show_future(waited, level, 'for ')

    def show_future(self, waited, level, prefix=''):
        children = getattr(waited, '_children', None)
        if isinstance(waited, Task):
            self.show_task(waited, level, prefix)
        elif isinstance(children, list):
            left = [child for child in children if not child.done()]
            self.add(f'{prefix}gather() of {len(left)} unfinished:', level)
            for child in left:
                self.show_future(child, level + 1)
        else:
            inner = self.shielded(waited)
            if inner is not None:
                self.add(f'{prefix}shield() of', level)
                self.show_future(inner, level + 1)
            else:
                self.add(f'{prefix}{waited!r}, which nobody has finished',
                         level)

    def shielded(self, waited):
        for function, _ in getattr(waited, '_callbacks', None) or ():
            code = getattr(function, '__code__', None)
            if (code is not None and code.co_name == '_outer_done_callback'
                    and code.co_filename.startswith(_LIBRARY)):
                for cell in function.__closure__:
                    if isinstance(cell.cell_contents, Future):
                        return cell.cell_contents
        return None
