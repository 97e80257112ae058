"""Paths as objects: pure ones, which are text only, and those of files."""

import os
from _fnmatch import fits as _fits
from os import _kind

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath',
           'Path', 'PosixPath', 'WindowsPath']

_make = object.__new__
# No such file, no folder, bad descriptor, too many links.
_ABSENT = {2, 20, 9, 40}


class _Flavour:
    # How a family of systems writes paths; this one is POSIX.
    __slots__ = ()
    sep = '/'
    altsep = ''
    has_drv = False

    def splitroot(self, text):
        """Drive, root and the rest of a text with one kind of separator."""
        if text[:1] != '/':
            return '', '', text
        rest = text.lstrip('/')
        # Two slashes are a root of their own, three are one again.
        return '', '//' if len(text) - len(rest) == 2 else '/', rest

    def fold(self, text):
        """What is the same in two spellings of it."""
        return text

    def parse_parts(self, texts):
        """Drive, root and parts, of which an anchor is the first."""
        sep, altsep = self.sep, self.altsep
        drv = root = ''
        names = []
        for text in texts:
            if altsep:
                text = text.replace(altsep, sep)
            new_drv, new_root, rest = self.splitroot(text)
            if new_root or new_drv:
                # A root without a drive is one of the drive so far.
                drv = new_drv or drv
                root = new_root
                names = []
            for name in rest.split(sep):
                if name and name != '.':
                    names.append(name)
        if drv or root:
            names.insert(0, drv + root)
        return drv, root, names

    def join(self, drv, root, parts, other):
        """A parsed path and another one that is relative to it."""
        drv2, root2, parts2 = other
        if drv2:
            if drv2 == drv or self.fold(drv2) == self.fold(drv):
                if not root2:
                    return drv, root, parts + parts2[1:]
            return other
        if root2:
            return (drv, root2, [drv + root2] + parts2[1:]) if drv else other
        return drv, root, parts + parts2

    def uri(self, path):
        """What stands before the text in a URI, and the text."""
        return 'file://', str(path)


class _Windows(_Flavour):
    __slots__ = ()
    sep = '\\'
    altsep = '/'
    has_drv = True

    def splitroot(self, text):
        drv = ''
        if text[:4] == '\\\\?\\':
            # A path of the long kind: of a drive, or of a share.
            drv, text = text[:4], text[4:]
            if text[:4] == 'UNC\\':
                drv, text = drv + 'UNC', '\\' + text[3:]
        if text[:2] == '\\\\' and text[2:3] != '\\':
            server, slash, rest = text[2:].partition('\\')
            if slash and rest[:1] != '\\':
                share, _, rest = rest.partition('\\')
                return (drv or '\\') + f'\\{server}\\{share}', '\\', rest
        if text[1:2] == ':' and text[0].isascii() and text[0].isalpha():
            drv, text = drv + text[:2], text[2:]
        if text[:1] == '\\':
            return drv, '\\', text.lstrip('\\')
        return drv, '', text

    def fold(self, text):
        return text.lower()

    def uri(self, path):
        drv = path._drv
        if drv[1:] == ':':
            return 'file:///' + drv, path.as_posix()[2:]
        return 'file:', path.as_posix()


_posix_flavour = _Flavour()
_windows_flavour = _Windows()


def _texts_of(args):
    # What the arguments of a path say, as plain texts.
    texts = []
    for arg in args:
        if isinstance(arg, PurePath):
            texts += arg._parts
            continue
        text = os.fspath(arg)
        if type(text) is not str:
            if not isinstance(text, str):
                raise TypeError('argument should be a str object or an '
                                'os.PathLike object returning str, not '
                                + repr(type(text)))
            text = str(text)
        texts.append(text)
    return texts


def _all_parents():
    # Made when first asked for: few programs walk upwards.
    global _parents
    from collections.abc import Sequence

    class _PathParents(Sequence):
        """The folders that a path is in, the nearest first."""

        __slots__ = ('_path', '_len')

        def __init__(self, path):
            self._path = path
            anchored = bool(path._drv or path._root)
            self._len = max(len(path._parts) - anchored, 0)

        def __len__(self):
            return self._len

        def __getitem__(self, at):
            n = self._len
            if isinstance(at, slice):
                return tuple([self[i] for i in range(*at.indices(n))])
            if at >= n or at < -n:
                raise IndexError(at)
            if at < 0:
                at += n
            path = self._path
            return path._with(path._drv, path._root, path._parts[:-at - 1])

        def __repr__(self):
            return f'<{type(self._path).__name__}.parents>'

    _parents = _PathParents
    return _parents


_parents = None


class PurePath:
    """A path as text; the system is not asked about it."""

    __slots__ = ('_drv', '_root', '_parts', '_str', '_hash', '_folded',
                 '_tuple')
    _flavour = _posix_flavour

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._of(args)

    @classmethod
    def _of(cls, args):
        self = _make(cls)
        parsed = cls._flavour.parse_parts(_texts_of(args))
        self._drv, self._root, self._parts = parsed
        return self

    @classmethod
    def _with(cls, drv, root, parts):
        self = _make(cls)
        self._drv = drv
        self._root = root
        self._parts = parts
        return self

    def _child(self, name):
        # Of an entry of the folder: its name has no separators.
        return self._with(self._drv, self._root, self._parts + [name])

    def __reduce__(self):
        return type(self), tuple(self._parts)

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            pass
        parts, sep = self._parts, self._flavour.sep
        if self._drv or self._root:
            text = parts[0] + sep.join(parts[1:])
        else:
            text = sep.join(parts) or '.'
        self._str = text
        return text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        """The path as the system has it."""
        return os.fsencode(str(self))

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def as_posix(self):
        """The text with forward slashes."""
        return str(self).replace(self._flavour.sep, '/')

    def as_uri(self):
        """The path as a URI of a file."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        before, text = self._flavour.uri(self)
        return before + quote_from_bytes(os.fsencode(text))

    @property
    def _cparts(self):
        # The parts as they are compared.
        return self._parts

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return (self._flavour is other._flavour
                and self._parts == other._parts)

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = made = hash(tuple(self._cparts))
            return made

    def __lt__(self, other):
        if not (isinstance(other, PurePath)
                and self._flavour is other._flavour):
            return NotImplemented
        return self._parts < other._parts

    def __le__(self, other):
        if not (isinstance(other, PurePath)
                and self._flavour is other._flavour):
            return NotImplemented
        return self._parts <= other._parts

    def __gt__(self, other):
        if not (isinstance(other, PurePath)
                and self._flavour is other._flavour):
            return NotImplemented
        return self._parts > other._parts

    def __ge__(self, other):
        if not (isinstance(other, PurePath)
                and self._flavour is other._flavour):
            return NotImplemented
        return self._parts >= other._parts

    @property
    def drive(self):
        """The drive or share, or ''."""
        return self._drv

    @property
    def root(self):
        """The separator that an absolute path begins with, or ''."""
        return self._root

    @property
    def anchor(self):
        """Drive and root."""
        return self._drv + self._root

    @property
    def parts(self):
        """The anchor, if there is one, and the names."""
        try:
            return self._tuple
        except AttributeError:
            self._tuple = made = tuple(self._parts)
            return made

    @property
    def name(self):
        """The last name, or ''."""
        parts = self._parts
        if len(parts) <= bool(self._drv or self._root):
            return ''
        return parts[-1]

    def _cut(self):
        # Where the last name has its suffix.
        name = self.name
        at = name.rfind('.')
        return name, at if 0 < at < len(name) - 1 else len(name)

    @property
    def suffix(self):
        """What the last name ends in, with its dot, or ''."""
        name, at = self._cut()
        return name[at:]

    @property
    def suffixes(self):
        """All suffixes of the last name."""
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + one for one in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        """The last name without its suffix."""
        name, at = self._cut()
        return name[:at]

    @property
    def parent(self):
        """The folder that the path is in."""
        parts = self._parts
        if len(parts) <= bool(self._drv or self._root):
            return self
        return self._with(self._drv, self._root, parts[:-1])

    @property
    def parents(self):
        """All folders that the path is in, the nearest first."""
        return (_parents or _all_parents())(self)

    def _renamed(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return self._with(self._drv, self._root, self._parts[:-1] + [name])

    def with_name(self, name):
        """The path with another last name."""
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        flavour = self._flavour
        drv, root, parts = flavour.parse_parts((name,))
        if (not name or name[-1] in (flavour.sep, flavour.altsep)
                or drv or root or len(parts) != 1):
            raise ValueError(f'Invalid name {name!r}')
        return self._renamed(name)

    def with_stem(self, stem):
        """The path with another stem."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another suffix, or without one."""
        flavour = self._flavour
        if (flavour.sep in suffix
                or flavour.altsep and flavour.altsep in suffix
                or suffix and not suffix.startswith('.') or suffix == '.'):
            raise ValueError(f'Invalid suffix {suffix!r}')
        name, at = self._cut()
        return self._renamed(name[:at] + suffix)

    def _rest_after(self, other):
        # The parts beyond those of another path; None if it is no start.
        drv, root = other._drv, other._root
        n = len(other._parts)
        if root:
            # Its parts are all to be ours, the anchor as well.
            if self._cparts[:n] == other._cparts:
                return '', '', self._parts[n:]
            return None
        fold = self._flavour.fold
        if drv and fold(drv) == fold(self._drv) and (
                [fold(self._drv)] + self._cparts[1:n] == other._cparts):
            # A drive without a root leaves us the root.
            keep = [self._root] if self._root and n == 1 else []
            if not self._root or n == 1:
                return '', self._root, keep + self._parts[n:]
        elif not drv and self._cparts[:n] == other._cparts:
            if not n:
                return self._drv, self._root, self._parts
            return '', '', self._parts[n:]
        return None

    def _rest_beside(self, other):
        # The parts as seen from another path, upwards at first.
        steps = []
        for up in [other, *other.parents]:
            rest = self._rest_after(up)
            if rest is not None and (up._parts or not self._root):
                return '', '', steps + rest[2]
            if up.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be "
                                 'walked')
            steps.append('..')
        raise ValueError(f'{str(self)!r} and {str(other)!r} have different '
                         'anchors')

    def relative_to(self, *other, walk_up=False):
        """The path as seen from another one that it begins with."""
        if not other:
            raise TypeError('need at least one argument')
        other = self._of(other)
        rest = self._rest_after(other)
        if rest is None and walk_up:
            rest = self._rest_beside(other)
        if rest is None or not other._parts and (self._root or self._drv):
            text = str(other) if other._parts else ''
            raise ValueError(
                f'{str(self)!r} is not in the subpath of {text!r} OR '
                'one path is relative and the other is absolute.')
        return self._with(*rest)

    def is_relative_to(self, *other):
        """Whether `relative_to` has a result."""
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def joinpath(self, *args):
        """The path, and what lies behind it."""
        flavour = self._flavour
        return self._with(*flavour.join(
            self._drv, self._root, self._parts,
            flavour.parse_parts(_texts_of(args))))

    def __truediv__(self, other):
        try:
            return self.joinpath(other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return self._of((other, self))
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        """Whether it says all of where the file is."""
        if not self._root:
            return False
        return bool(self._drv) or not self._flavour.has_drv

    def is_reserved(self):
        """Whether Windows keeps the name for itself."""
        if (not self._flavour.has_drv or not self._parts
                or self._parts[0].startswith('\\\\')):
            return False
        name = self._parts[-1].partition('.')[0].partition(':')[0]
        name = name.rstrip(' ').upper()
        if name in ('CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'):
            return True
        return (len(name) == 4 and name[:3] in ('COM', 'LPT')
                and name[3] in '123456789\xb9\xb2\xb3')

    def match(self, path_pattern):
        """Whether the path, or the end of it, fits a pattern."""
        flavour = self._flavour
        fold = flavour.fold
        drv, root, wanted = flavour.parse_parts((fold(path_pattern),))
        if not wanted:
            raise ValueError('empty pattern')
        if drv and drv != fold(self._drv) or root and root != self._root:
            return False
        parts = self._cparts
        if drv or root:
            if len(wanted) != len(parts):
                return False
            wanted = wanted[1:]
        if len(wanted) > len(parts):
            return False
        return all(map(_fits, parts[len(parts) - len(wanted):], wanted))


class PurePosixPath(PurePath):
    """A path of a POSIX system, on any system."""

    __slots__ = ()


def _folded(name):
    # A comparison of Windows paths, upper and lower case being one.
    compare = getattr(list, name)

    def method(self, other):
        if not isinstance(other, PureWindowsPath):
            return NotImplemented
        return compare(self._cparts, other._cparts)

    method.__name__ = name
    method.__qualname__ = 'PureWindowsPath.' + name
    return method


class PureWindowsPath(PurePath):
    """A path of Windows, on any system."""

    __slots__ = ()
    _flavour = _windows_flavour

    @property
    def _cparts(self):
        try:
            return self._folded
        except AttributeError:
            self._folded = folded = [part.lower() for part in self._parts]
            return folded

    __eq__ = _folded('__eq__')
    __lt__ = _folded('__lt__')
    __le__ = _folded('__le__')
    __gt__ = _folded('__gt__')
    __ge__ = _folded('__ge__')
    __hash__ = PurePath.__hash__


def _magic(name):
    return '*' in name or '?' in name or '[' in name


def _entries(path):
    with os.scandir(path) as entries:
        return list(entries)


def _folders(path):
    # The path and all folders below it, links apart.
    yield path
    try:
        entries = _entries(path)
    except PermissionError:
        return
    for entry in entries:
        try:
            deeper = entry.is_dir(follow_symlinks=False)
        except OSError as error:
            if error.errno not in _ABSENT:
                raise
            continue
        if deeper:
            yield from _folders(path._child(entry.name))


def _select(path, wanted, at):
    # What of the files below a folder fits the patterns from `at` on.
    if at == len(wanted):
        yield path
        return
    name = wanted[at]
    try:
        if name == '**':
            if '**' not in wanted[at + 1:]:
                for folder in _folders(path):
                    yield from _select(folder, wanted, at + 1)
                return
            seen = set()
            for folder in _folders(path):
                for found in _select(folder, wanted, at + 1):
                    if found not in seen:
                        seen.add(found)
                        yield found
        elif name == '..':
            yield from _select(path._child(name), wanted, at + 1)
        elif _magic(name):
            inner = at + 1 < len(wanted)
            for entry in _entries(path):
                if inner:
                    try:
                        if not entry.is_dir():
                            continue
                    except OSError as error:
                        if error.errno not in _ABSENT:
                            raise
                        continue
                if _fits(entry.name, name):
                    yield from _select(path._child(entry.name), wanted,
                                       at + 1)
        else:
            found = path._child(name) if name else path
            if at + 1 < len(wanted):
                if found.is_dir():
                    yield from _select(found, wanted, at + 1)
            elif found.exists():
                yield found
    except PermissionError:
        return


def _name_of(table, number, what):
    # Who has a number, by the system's table of users or groups.
    with open(table) as lines:
        for line in lines:
            fields = line.split(':')
            if len(fields) > 2 and fields[2] == str(number):
                return fields[0]
    raise KeyError(f'{what} not found: {number}')


def _not_looped(error):
    if error.errno == 40:
        raise RuntimeError(f'Symlink loop from {error.filename!r}')


class Path(PurePath):
    """A path of a file or folder of this system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        elif cls._flavour.has_drv:
            raise NotImplementedError(
                f'cannot instantiate {cls.__name__!r} on your system')
        return cls._of(args)

    def __enter__(self):
        import warnings
        warnings.warn('pathlib.Path.__enter__() is deprecated and scheduled '
                      'for removal in Python 3.13; Path objects as a context '
                      'manager is a no-op', DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, kind, error, trace):
        pass

    @classmethod
    def cwd(cls):
        """The folder that relative paths begin in."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's folder."""
        return cls('~').expanduser()

    def expanduser(self):
        """The path with the folder of a user for `~` or `~name`."""
        parts = self._parts
        if self._drv or self._root or not parts or parts[0][:1] != '~':
            return self
        home = os.path.expanduser(parts[0])
        if home[:1] == '~':
            raise RuntimeError('Could not determine home directory.')
        drv, root, start = self._flavour.parse_parts((home,))
        return self._with(drv, root, start + parts[1:])

    def absolute(self):
        """The path from the root on, links and `..` as they are."""
        if self.is_absolute():
            return self
        return self._of([self.cwd()] + self._parts)

    def resolve(self, strict=False):
        """The absolute path without links and `..`."""
        try:
            text = os.path.realpath(self, strict=strict)
        except OSError as error:
            _not_looped(error)
            raise
        path = self._of((text,))
        if not strict:
            try:
                path.stat()
            except OSError as error:
                _not_looped(error)
        return path

    def stat(self, *, follow_symlinks=True):
        """What the system knows about the file."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """The same of a link itself."""
        return self.stat(follow_symlinks=False)

    def exists(self, *, follow_symlinks=True):
        """Whether there is such a file or folder."""
        return _kind(self, follow_symlinks) != 0

    def is_dir(self):
        """Whether it is a folder."""
        return _kind(self) == 0o040000

    def is_file(self):
        """Whether it is a regular file."""
        return _kind(self) == 0o100000

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return _kind(self, False) == 0o120000

    def is_block_device(self):
        """Whether it is a device of blocks."""
        return _kind(self) == 0o060000

    def is_char_device(self):
        """Whether it is a device of characters."""
        return _kind(self) == 0o020000

    def is_fifo(self):
        """Whether it is a pipe."""
        return _kind(self) == 0o010000

    def is_socket(self):
        """Whether it is a socket."""
        return _kind(self) == 0o140000

    def is_mount(self):
        """Whether another file system begins here."""
        if not self.is_dir():
            return False
        try:
            above = self.parent.stat()
        except OSError:
            return False
        here = self.stat()
        return here.st_dev != above.st_dev or here.st_ino == above.st_ino

    def samefile(self, other_path):
        """Whether both paths are of one file."""
        here = self.stat()
        if not isinstance(other_path, Path):
            other_path = self._of((other_path,))
        return os.path.samestat(here, other_path.stat())

    def owner(self):
        """The name of the user whose file it is."""
        return _name_of('/etc/passwd', self.stat().st_uid, 'getpwuid(): uid')

    def group(self):
        """The name of the group whose file it is."""
        return _name_of('/etc/group', self.stat().st_gid, 'getgrgid(): gid')

    def iterdir(self):
        """The paths of what is in the folder, in no order."""
        for name in os.listdir(self):
            yield self._child(name)

    def _glob(self, pattern, start):
        flavour = self._flavour
        drv, root, wanted = flavour.parse_parts((pattern,))
        if drv or root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if pattern and pattern[-1] in (flavour.sep, flavour.altsep):
            # Folders only.
            wanted.append('')
        wanted = start + wanted
        for name in wanted:
            if '**' in name and name != '**':
                raise ValueError("Invalid pattern: '**' can only be an "
                                 'entire path component')
        if not self.is_dir():
            return ()
        return _select(self, wanted, 0)

    def glob(self, pattern):
        """The paths below this one that fit a pattern."""
        if not pattern:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')
        yield from self._glob(pattern, [])

    def rglob(self, pattern):
        """The same in this folder and in all below it."""
        yield from self._glob(pattern, ['**'])

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Every folder below, with the names of its folders and files."""
        try:
            entries = _entries(self)
        except OSError as error:
            if on_error is not None:
                on_error(error)
            return
        folders, files = [], []
        for entry in entries:
            try:
                is_dir = entry.is_dir(follow_symlinks=follow_symlinks)
            except OSError:
                is_dir = False
            (folders if is_dir else files).append(entry.name)
        if top_down:
            yield self, folders, files
        for name in folders:
            yield from self._child(name).walk(top_down, on_error,
                                              follow_symlinks)
        if not top_down:
            yield self, folders, files

    def open(self, mode='r', buffering=-1, encoding=None, errors=None,
             newline=None):
        """Open the file, as the builtin does."""
        return open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All bytes of the file."""
        with open(self, 'rb') as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        """All text of the file."""
        with open(self, 'r', -1, encoding, errors) as file:
            return file.read()

    def write_bytes(self, data):
        """Make the file, of these bytes."""
        data = memoryview(data)
        with open(self, 'wb') as file:
            return file.write(data)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make the file, of this text."""
        if not isinstance(data, str):
            raise TypeError('data must be str, not ' + type(data).__name__)
        with open(self, 'w', -1, encoding, errors, newline) as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        """Make an empty file, or set the time of one that is there."""
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        else:
            try:
                return os.utime(self)
            except OSError:
                # It is to be made; if it can not, `open` says why.
                pass
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make the folder, and those that it is in."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            above = self.parent
            if not parents or above == self:
                raise
            above.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        """Remove the folder, which must be empty."""
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        """Remove the file or link."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        """Give the file another path; that path."""
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        """The same, over what is there."""
        os.replace(self, target)
        return type(self)(target)

    def chmod(self, mode, *, follow_symlinks=True):
        """Set who may do what with the file."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """The same with a link itself."""
        self.chmod(mode, follow_symlinks=False)

    def readlink(self):
        """The path that the link says."""
        return self._of((os.readlink(self),))

    def symlink_to(self, target, target_is_directory=False):
        """Make this path a symbolic link to another one."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make this path another name of a file."""
        os.link(target, self)

    def link_to(self, target):
        """The other way round, as it once was."""
        import warnings
        warnings.warn('pathlib.Path.link_to() is deprecated and is scheduled '
                      'for removal in Python 3.12. Use '
                      'pathlib.Path.hardlink_to() instead.',
                      DeprecationWarning, stacklevel=2)
        os.link(self, target)


class PosixPath(Path, PurePosixPath):
    """A path of a file, on a POSIX system."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of a file, on Windows: not here."""

    __slots__ = ()
    _flavour = _windows_flavour
