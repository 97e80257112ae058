"""Addresses; see `urllib.parse`."""
