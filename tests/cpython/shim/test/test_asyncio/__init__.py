"""Stands in for CPython's package of tests: run.py puts the tests beside it."""
