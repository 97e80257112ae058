"""The bits of a file's mode."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID = range(5)
ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(5, 10)

S_IFDIR, S_IFCHR, S_IFBLK = 0o040000, 0o020000, 0o060000
S_IFREG, S_IFIFO, S_IFLNK = 0o100000, 0o010000, 0o120000
S_IFSOCK, S_IFDOOR, S_IFPORT, S_IFWHT = 0o140000, 0, 0, 0

S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_ENFMT = S_ISGID
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001
S_IREAD, S_IWRITE, S_IEXEC = S_IRUSR, S_IWUSR, S_IXUSR


def S_IMODE(mode):
    """What chmod can set."""
    return mode & 0o7777


def S_IFMT(mode):
    """What kind of file it is."""
    return mode & 0o170000


def S_ISDIR(mode):
    """Whether it is a folder."""
    return mode & 0o170000 == S_IFDIR


def S_ISCHR(mode):
    """Whether it is a device of characters."""
    return mode & 0o170000 == S_IFCHR


def S_ISBLK(mode):
    """Whether it is a device of blocks."""
    return mode & 0o170000 == S_IFBLK


def S_ISREG(mode):
    """Whether it is a regular file."""
    return mode & 0o170000 == S_IFREG


def S_ISFIFO(mode):
    """Whether it is a pipe."""
    return mode & 0o170000 == S_IFIFO


def S_ISLNK(mode):
    """Whether it is a symbolic link."""
    return mode & 0o170000 == S_IFLNK


def S_ISSOCK(mode):
    """Whether it is a socket."""
    return mode & 0o170000 == S_IFSOCK


def S_ISDOOR(mode):
    """Whether it is a door: there are none here."""
    return False


S_ISPORT = S_ISWHT = S_ISDOOR


def filemode(mode):
    """The mode as `ls -l` shows it."""
    kinds = {S_IFDIR: 'd', S_IFCHR: 'c', S_IFBLK: 'b', S_IFREG: '-',
             S_IFIFO: 'p', S_IFLNK: 'l', S_IFSOCK: 's'}
    text = kinds.get(S_IFMT(mode), '?')
    for shift, special, letter in (6, S_ISUID, 's'), (3, S_ISGID, 's'), \
            (0, S_ISVTX, 't'):
        bits = mode >> shift
        text += 'r' if bits & 4 else '-'
        text += 'w' if bits & 2 else '-'
        if mode & special:
            text += letter if bits & 1 else letter.upper()
        else:
            text += 'x' if bits & 1 else '-'
    return text
