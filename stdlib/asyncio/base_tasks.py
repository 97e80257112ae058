"""What tasks have in common."""

from asyncio import base_futures, coroutines

__all__ = ()


def _task_repr_info(task):
    info = base_futures._future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = 'cancelling'
    info.insert(1, f'name={task.get_name()!r}')
    at = 2
    if task._fut_waiter is not None:
        info.insert(at, f'wait_for={task._fut_waiter!r}')
    if task._coro:
        info.insert(at, f'coro=<{coroutines._format_coroutine(task._coro)}>')
    return info


def _task_repr(task):
    return f"<{type(task).__name__} {' '.join(_task_repr_info(task))}>"


def _task_get_stack(task, limit):
    return task.get_stack(limit=limit)


def _task_print_stack(task, limit, file):
    task.print_stack(limit=limit, file=file)
