# area: modules
# prio: P2
# checks: os.open, read, write, lseek, fdopen, fstat, chmod and close; numbers that are no files
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "f")
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o640)
    print(os.write(fd, b"hello world"), os.lseek(fd, 6, os.SEEK_SET), os.read(fd, 99), os.read(fd, 5))
    print(os.fstat(fd).st_size, oct(os.stat(path).st_mode), os.stat(fd).st_ino == os.lstat(path).st_ino)
    os.fsync(fd)
    os.close(fd)
    for wrong in (
        lambda: os.close(fd),
        lambda: os.write(fd, b""),
        lambda: os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL),
        lambda: os.open(folder + "/no/where", os.O_RDONLY),
        lambda: os.write(1, "text"),
    ):
        try:
            wrong()
        except (OSError, TypeError) as e:
            print(type(e).__name__, str(e).replace(folder, "FOLDER"))
    fd = os.open(path, os.O_WRONLY | os.O_APPEND)
    os.write(fd, b"!")
    os.close(fd)
    with os.fdopen(os.open(path, os.O_RDONLY)) as file:
        print(file.read(), file.mode)
    fd = os.open(path, os.O_RDWR | os.O_TRUNC)
    with open(fd, "w", closefd=False) as file:
        file.write("by another")
    os.write(fd, b" way")
    os.close(fd)
    with open(path, "rb") as file:
        print(file.read(), file.mode, os.fstat(file.fileno()).st_size)
    os.chmod(path, 0o600)
    os.mkdir(folder + "/m", 0o700)
    print(oct(os.stat(path).st_mode), oct(os.stat(folder + "/m").st_mode))
    for mode in "wb", "ab", "rb+", "w+b", "ab+", "w", "r":
        with open(path, mode) as file:
            print(mode, file.mode)
