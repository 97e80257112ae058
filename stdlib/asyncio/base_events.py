"""The event loop class; the loop itself is native."""

from _asyncio import EventLoop as BaseEventLoop

__all__ = ('BaseEventLoop',)
