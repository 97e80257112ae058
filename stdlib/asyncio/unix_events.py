"""The loop classes under their Unix names."""

from _asyncio import EventLoop
from asyncio.events import DefaultEventLoopPolicy

SelectorEventLoop = EventLoop
_UnixSelectorEventLoop = EventLoop
_DefaultEventLoopPolicy = DefaultEventLoopPolicy

__all__ = ('SelectorEventLoop', 'EventLoop')
