"""The class local, under the name that it has in pure Python elsewhere."""

from _thread import _local as local

__all__ = ['local']
