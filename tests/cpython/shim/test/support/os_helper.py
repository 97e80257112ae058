"""Files that tests write; run.py starts each process in a folder of its own."""

import contextlib
import os

TESTFN = '@test_file_tmp'
TESTFN_ASCII = '@test_ascii_tmp'
TESTFN_NONASCII = TESTFN_UNICODE = '@test_\u00e9_tmp'
TESTFN_UNENCODABLE = None
SAVEDCWD = os.getcwd()


def unlink(filename):
    try:
        os.unlink(filename)
    except FileNotFoundError:
        pass


@contextlib.contextmanager
def temp_cwd(name='tempcwd', quiet=False):
    yield os.getcwd()


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    yield os.getcwd()


class FakePath:
    """Has __fspath__, which raises what it was given if that is an exception."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f'<FakePath {self.path!r}>'

    def __fspath__(self):
        failing = (isinstance(self.path, BaseException)
                   or isinstance(self.path, type)
                   and issubclass(self.path, BaseException))
        if failing:
            raise self.path
        return self.path
