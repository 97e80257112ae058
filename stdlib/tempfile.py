"""Files and folders that go away by themselves."""

import os as _os
import weakref as _weakref
import errno as _errno

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile',
           'TemporaryDirectory', 'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX',
           'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb',
           'gettempdirb']

TMP_MAX = 238328
template = 'tmp'
tempdir = None

_FLAGS = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW | _os.O_CLOEXEC
_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'
_names = None


class _RandomNameSequence:
    # Names that nobody can guess.
    characters = _LETTERS

    def __iter__(self):
        return self

    def __next__(self):
        name = ''
        while len(name) < 8:
            # 222 is the greatest multiple of 37 in a byte.
            name += ''.join([_LETTERS[b % 37] for b in _os.urandom(12)
                             if b < 222])
        return name[:8]


def _get_candidate_names():
    global _names
    if _names is None:
        _names = _RandomNameSequence()
    return _names


def _candidate_tempdir_list():
    found = []
    for name in ('TMPDIR', 'TEMP', 'TMP'):
        folder = _os.getenv(name)
        if folder:
            found.append(folder)
    found += ['/tmp', '/var/tmp', '/usr/tmp']
    try:
        found.append(_os.getcwd())
    except OSError:
        found.append(_os.curdir)
    return found


def _get_default_tempdir():
    # The first folder in which a file can be made.
    folders = _candidate_tempdir_list()
    for folder in folders:
        if folder != _os.curdir:
            folder = _os.path.abspath(folder)
        for _ in range(100):
            path = _os.path.join(folder, next(_get_candidate_names()))
            try:
                fd = _os.open(path, _FLAGS, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            try:
                _os.write(fd, b'blat')
            finally:
                _os.close(fd)
                _os.unlink(path)
            return folder
    raise FileNotFoundError(_errno.ENOENT,
                            'No usable temporary directory found in %s'
                            % folders)


def _gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _get_default_tempdir()
    return tempdir


def gettempdir():
    """The folder for what has no better place, as text."""
    return _os.fsdecode(_gettempdir())


def gettempdirb():
    """The folder for what has no better place, as bytes."""
    return _os.fsencode(_gettempdir())


def gettempprefix():
    """How the names begin, as text."""
    return template


def gettempprefixb():
    """How the names begin, as bytes."""
    return _os.fsencode(template)


def _infer_return_type(*args):
    # Of paths, suffixes and prefixes all must be text, or all bytes.
    found = None
    for arg in args:
        if arg is None:
            continue
        if isinstance(arg, _os.PathLike):
            arg = _os.fspath(arg)
        kind = bytes if isinstance(arg, bytes) else str
        if found is not None and found is not kind:
            raise TypeError("Can't mix bytes and non-bytes in path "
                            'components.')
        found = kind
    if found is None:
        return bytes if isinstance(tempdir, bytes) else str
    return found


def _sanitize_params(prefix, suffix, dir):
    kind = _infer_return_type(prefix, suffix, dir)
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = template if kind is str else _os.fsencode(template)
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, suffix, dir, kind


def _paths(prefix, suffix, dir, kind):
    # Ever new paths.
    for _ in range(TMP_MAX):
        name = next(_get_candidate_names())
        if kind is bytes:
            name = _os.fsencode(name)
        # Joined as text: what a folder is called may be either.
        path = _os.path.join(_os.fsdecode(dir),
                             _os.fsdecode(prefix + name + suffix))
        yield _os.fsencode(path) if kind is bytes else path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file that only its owner can use; its number and path."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    return _make_file(prefix, suffix, dir, kind)


def _make_file(prefix, suffix, dir, kind):
    dir = _os.path.abspath(_os.fsdecode(dir))
    for path in _paths(prefix, suffix, dir, kind):
        try:
            return _os.open(path, _FLAGS, 0o600), path
        except FileExistsError:
            continue
    raise FileExistsError(_errno.EEXIST,
                          'No usable temporary file name found')


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a folder that only its owner can use; its path."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    for path in _paths(prefix, suffix, dir, kind):
        try:
            _os.mkdir(path, 0o700)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(_errno.EEXIST,
                          'No usable temporary directory name found')


def mktemp(suffix='', prefix=template, dir=None):
    """A path where nothing is at the moment, but may be soon."""
    if dir is None:
        dir = gettempdir()
    for path in _paths(prefix, suffix, dir, str):
        if not _os.path.lexists(path):
            return path
    raise FileExistsError(_errno.EEXIST,
                          'No usable temporary filename found')


def _unlink(path):
    try:
        _os.unlink(path)
    except FileNotFoundError:
        pass


class _TemporaryFileCloser:
    # Closes and removes a file once, at the latest when it is collected.

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self.close_called = False

    def close(self):
        if not self.close_called and self.file is not None:
            self.close_called = True
            try:
                self.file.close()
            finally:
                if self.delete:
                    _os.unlink(self.name)

    def __del__(self):
        self.close()


class _TemporaryFileWrapper:
    """A file that has a name, and is removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._closer = _TemporaryFileCloser(file, name, delete)

    def __getattr__(self, name):
        file = self.__dict__['file']
        value = getattr(file, name)
        if not callable(value) or isinstance(value, type):
            if not isinstance(value, int):
                setattr(self, name, value)
            return value
        closer = self._closer

        # The method keeps the file from being removed: it may be all that
        # is left of it.
        def method(*args, **kwargs):
            closer  # held by this cell
            return value(*args, **kwargs)
        method.__name__ = method.__qualname__ = name
        setattr(self, name, method)
        return method

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self.close()
        return result

    def close(self):
        """Closes the file, and removes it unless it is to stay."""
        self._closer.close()

    def __iter__(self):
        # Through this object, which must live as long as the iteration.
        for line in self.file:
            yield line

    def __repr__(self):
        return '<%s.%s object at %#x>' % (type(self).__module__,
                                          type(self).__qualname__, id(self))


def _opened(fd, path, mode, buffering, encoding, newline, errors):
    try:
        return open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        try:
            _os.close(fd)
        except OSError:
            pass
        _unlink(path)
        raise


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None,
                       suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None):
    """A file that is removed when it is closed, and has a name until then."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    fd, name = _make_file(prefix, suffix, dir, kind)
    file = _opened(fd, name, mode, buffering, encoding, newline, errors)
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None,
                  suffix=None, prefix=None, dir=None, *, errors=None):
    """A file without a name."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    fd, name = _make_file(prefix, suffix, dir, kind)
    file = _opened(fd, name, mode, buffering, encoding, newline, errors)
    _unlink(name)
    return file


def _spooled(name):
    # A method that may have made the file grow too large for the memory.
    def method(self, *args):
        result = getattr(self._file, name)(*args)
        self._check()
        return result
    method.__name__ = name
    method.__qualname__ = 'SpooledTemporaryFile.' + name
    return method


def _plain(name):
    def method(self, *args):
        return getattr(self._file, name)(*args)
    method.__name__ = name
    method.__qualname__ = 'SpooledTemporaryFile.' + name
    return method


class SpooledTemporaryFile:
    """A file in the memory, until it is too large or is asked its number."""

    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None,
                 newline=None, suffix=None, prefix=None, dir=None, *,
                 errors=None):
        import io
        if 'b' in mode:
            self._file = io.BytesIO()
        else:
            self._file = io.StringIO(newline='\n' if newline is None
                                     else newline)
        self._max_size = max_size
        self._rolled = False
        self._args = {'mode': mode, 'buffering': buffering, 'suffix': suffix,
                      'prefix': prefix, 'encoding': encoding,
                      'newline': newline, 'dir': dir, 'errors': errors}

    def _check(self):
        if not self._rolled and self._max_size:
            if self._file.tell() > self._max_size:
                self.rollover()

    def rollover(self):
        """Goes on as a file of the system."""
        if self._rolled:
            return
        before = self._file
        file = self._file = TemporaryFile(**self._args)
        del self._args
        at = before.tell()
        before.seek(0)
        file.write(before.read())
        file.seek(at, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return iter(self._file)

    def __next__(self):
        return next(self._file)

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._of_text('encoding', 'UTF-8')

    @property
    def errors(self):
        return self._of_text('errors', 'strict')

    def _of_text(self, name, default):
        # The text in the memory has no encoding yet; bytes never have one.
        if self._rolled or 'b' in self._args['mode']:
            return getattr(self._file, name)
        return self._args[name] or default

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._args['mode']

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    @property
    def newlines(self):
        return self._file.newlines

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if self._max_size and size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    write = _spooled('write')
    writelines = _spooled('writelines')
    close = _plain('close')
    flush = _plain('flush')
    isatty = _plain('isatty')
    read = _plain('read')
    readline = _plain('readline')
    readlines = _plain('readlines')
    readable = _plain('readable')
    seek = _plain('seek')
    seekable = _plain('seekable')
    tell = _plain('tell')
    writable = _plain('writable')


def _remove_tree(path, ignore_errors=False):
    # What is in a folder, then the folder; a link is removed, not followed.
    try:
        for name in _os.listdir(path):
            inner = _os.path.join(path, name)
            if _os.path.isdir(inner) and not _os.path.islink(inner):
                _remove_tree(inner, ignore_errors)
            else:
                _unlink(inner)
        _os.rmdir(path)
    except FileNotFoundError:
        pass
    except OSError:
        if not ignore_errors:
            raise


class TemporaryDirectory:
    """A folder that is removed with all that is in it."""

    def __init__(self, suffix=None, prefix=None, dir=None,
                 ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._finalizer = _weakref.finalize(
            self, self._cleanup, self.name,
            warn_message='Implicitly cleaning up {!r}'.format(self),
            ignore_errors=ignore_cleanup_errors)

    @classmethod
    def _rmtree(cls, name, ignore_errors=False):
        _remove_tree(_os.fsdecode(name), ignore_errors)

    @classmethod
    def _cleanup(cls, name, warn_message, ignore_errors=False):
        import warnings
        cls._rmtree(name, ignore_errors)
        warnings.warn(warn_message, ResourceWarning)

    def __repr__(self):
        return '<%s %r>' % (self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        """Removes the folder now."""
        if self._finalizer.detach() or _os.path.exists(self.name):
            self._rmtree(self.name, self._ignore_cleanup_errors)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)
