"""The Future class, which is native, and the test for future-likes."""

from _asyncio import Future

__all__ = ('Future', 'isfuture')

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def isfuture(obj):
    """True for a Future or an object that behaves like one."""
    return (hasattr(obj.__class__, '_asyncio_future_blocking')
            and obj._asyncio_future_blocking is not None)
