"""The asyncio package: native names at once, script modules on first use."""

from _asyncio import (
    CancelledError, EventLoop, Future, Handle, InvalidStateError, Task,
    TimerHandle, _get_running_loop, _set_running_loop, all_tasks,
    create_task, current_task, get_running_loop)

TimeoutError = TimeoutError
SelectorEventLoop = EventLoop
BaseEventLoop = EventLoop
FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

# Public names in CPython's order; the modules behind them are loaded when a
# program first touches a name, so that start-up pays for nothing else.
__all__ = (
    'BaseEventLoop',
    'iscoroutinefunction', 'iscoroutine',
    'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle',
    'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop',
    'set_event_loop', 'new_event_loop', '_set_running_loop',
    'get_running_loop', '_get_running_loop',
    'BrokenBarrierError', 'CancelledError', 'InvalidStateError',
    'TimeoutError', 'IncompleteReadError', 'LimitOverrunError',
    'SendfileNotAvailableError', 'DeadlockError',
    'Future', 'wrap_future', 'isfuture', 'future_add_to_awaited_by',
    'future_discard_from_awaited_by',
    'capture_call_graph', 'format_call_graph', 'print_call_graph',
    'FrameCallGraphEntry', 'FutureCallGraph',
    'Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier',
    'BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol',
    'BufferedProtocol',
    'Runner', 'run',
    'StreamReader', 'StreamWriter', 'StreamReaderProtocol',
    'Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty',
    'QueueShutDown',
    'Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION',
    'ALL_COMPLETED', 'wait', 'wait_for', 'as_completed', 'sleep', 'gather',
    'shield', 'ensure_future', 'run_coroutine_threadsafe', 'current_task', 'all_tasks',
    'create_eager_task_factory', 'eager_task_factory',
    '_register_task', '_unregister_task', '_enter_task', '_leave_task',
    'TaskGroup',
    'to_thread',
    'Timeout', 'timeout', 'timeout_at',
    'BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport',
    'DatagramTransport', 'SubprocessTransport',
    'SelectorEventLoop', 'EventLoop',
)

_HOMES = {
    'coroutines': ('iscoroutinefunction', 'iscoroutine'),
    'events': ('AbstractEventLoop', 'AbstractServer',
               'AbstractEventLoopPolicy', 'DefaultEventLoopPolicy',
               'get_event_loop_policy', 'set_event_loop_policy',
               'get_event_loop', 'set_event_loop', 'new_event_loop'),
    'exceptions': ('BrokenBarrierError', 'IncompleteReadError',
                   'LimitOverrunError', 'SendfileNotAvailableError',
                   'DeadlockError'),
    'futures': ('wrap_future', 'isfuture', 'future_add_to_awaited_by',
                'future_discard_from_awaited_by'),
    'graph': ('capture_call_graph', 'format_call_graph', 'print_call_graph',
              'FrameCallGraphEntry', 'FutureCallGraph'),
    'locks': ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore',
              'Barrier'),
    'protocols': ('BaseProtocol', 'Protocol', 'DatagramProtocol',
                  'SubprocessProtocol', 'BufferedProtocol'),
    'runners': ('Runner', 'run'),
    'queues': ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull',
               'QueueEmpty', 'QueueShutDown'),
    'tasks': ('wait', 'wait_for', 'as_completed', 'sleep', 'gather', 'shield',
              'ensure_future', 'run_coroutine_threadsafe', 'create_eager_task_factory',
              'eager_task_factory', '_register_task', '_unregister_task',
              '_enter_task', '_leave_task'),
    'taskgroups': ('TaskGroup',),
    'threads': ('to_thread',),
    'timeouts': ('Timeout', 'timeout', 'timeout_at'),
    'transports': ('BaseTransport', 'ReadTransport', 'WriteTransport',
                   'Transport', 'DatagramTransport', 'SubprocessTransport'),
    'streams': ('StreamReader', 'StreamWriter', 'StreamReaderProtocol'),
    'base_events': (),
    'base_futures': (),
    'base_tasks': (),
    'constants': (),
    'format_helpers': (),
    'log': (),
    'mixins': (),
    'staggered': (),
    'unix_events': (),
}


def __getattr__(name):
    here = globals()
    if name in _HOMES:
        __import__('asyncio.' + name)
        return here[name]
    for home, names in _HOMES.items():
        if name in names:
            __import__('asyncio.' + home)
            value = getattr(here[home], name)
            here[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *__all__})
