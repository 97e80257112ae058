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


def rmtree(path):
    """Remove a folder with all that is in it."""
    for entry in list(os.scandir(path)):
        if entry.is_dir(follow_symlinks=False):
            os.chmod(entry.path, 0o700)
            rmtree(entry.path)
        else:
            os.unlink(entry.path)
    os.rmdir(path)


def can_symlink():
    return True


def skip_unless_symlink(test):
    return test


def skip_unless_working_chmod(test):
    return test


def fs_is_case_insensitive(directory):
    return False


def _longpath(path):
    return path


class EnvironmentVarGuard:
    """`os.environ`, which is as it was at the end."""

    def __enter__(self):
        self.old = dict(os.environ)
        return self

    def __exit__(self, *error):
        os.environ.clear()
        os.environ.update(self.old)

    def __setitem__(self, name, value):
        os.environ[name] = value

    def __getitem__(self, name):
        return os.environ[name]

    def set(self, name, value):
        os.environ[name] = value

    def unset(self, name):
        os.environ.pop(name, None)

    def clear(self):
        os.environ.clear()

    def pop(self, name, default=None):
        return os.environ.pop(name, default)
