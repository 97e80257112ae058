"""The current event loop and the policies behind it."""

from _asyncio import (EventLoop, Handle, TimerHandle, _get_running_loop,
                      _set_running_loop, get_running_loop)
from _thread import _get_main_thread_ident, get_ident

__all__ = (
    'AbstractEventLoop', 'AbstractServer',
    'Handle', 'TimerHandle',
    'get_event_loop_policy', 'set_event_loop_policy',
    'get_event_loop', 'set_event_loop', 'new_event_loop',
    '_set_running_loop', 'get_running_loop', '_get_running_loop',
)

_policy = None


def __getattr__(name):
    # The abstract classes are long and few programs name them.
    if name in ('AbstractEventLoop', 'AbstractServer'):
        from asyncio import _abstract
        return getattr(_abstract, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class AbstractEventLoopPolicy:
    """What a policy answers: which loop is current, how to make one."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """Keeps the loop that was set; never makes one unasked."""

    _loop_factory = None

    def __init__(self):
        # By the number of the thread.
        self._loops = {}

    @property
    def _loop(self):
        return self._loops.get(get_ident())

    def get_event_loop(self):
        loop = self._loops.get(get_ident())
        if loop is None:
            name = 'MainThread'
            if get_ident() != _get_main_thread_ident():
                from threading import current_thread
                name = current_thread().name
            raise RuntimeError('There is no current event loop in thread '
                               f'{name!r}.')
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, EventLoop):
            from asyncio._abstract import AbstractEventLoop
            if not isinstance(loop, AbstractEventLoop):
                raise TypeError("loop must be an instance of "
                                "AbstractEventLoop or None, not "
                                f"'{type(loop).__name__}'")
        if loop is None:
            self._loops.pop(get_ident(), None)
        else:
            self._loops[get_ident()] = loop

    def new_event_loop(self):
        return self._loop_factory()


class DefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    """The policy of programs that set none."""

    _loop_factory = EventLoop


_AbstractEventLoopPolicy = AbstractEventLoopPolicy
_BaseDefaultEventLoopPolicy = BaseDefaultEventLoopPolicy


def _get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def _set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of "
                        "AbstractEventLoopPolicy or None, not "
                        f"'{type(policy).__name__}'")
    _policy = policy


def _deprecated(name):
    from _warnings import warn
    warn(f"'asyncio.{name}' is deprecated and slated for removal in Python "
         "3.16", DeprecationWarning, 3)


def get_event_loop_policy():
    """The policy in use (deprecated)."""
    _deprecated('get_event_loop_policy')
    return _get_event_loop_policy()


def set_event_loop_policy(policy):
    """Use another policy; None goes back to the default (deprecated)."""
    _deprecated('set_event_loop_policy')
    _set_event_loop_policy(policy)


def get_event_loop():
    """The running loop, else the one that was set."""
    loop = _get_running_loop()
    if loop is not None:
        return loop
    return _get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Make `loop` the one get_event_loop() gives outside coroutines."""
    _get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop as the policy makes it."""
    return _get_event_loop_policy().new_event_loop()
