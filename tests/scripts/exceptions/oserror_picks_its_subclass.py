# area: exceptions
# prio: P1
# checks: OSError with an errno becomes the class for it
for n in (1, 2, 13, 17, 20, 21, 32, 104, 110, 111, 999):
    e = OSError(n, "text")
    print(type(e).__name__, e.errno, e.strerror, e)
print(issubclass(ConnectionResetError, ConnectionError), issubclass(ConnectionError, OSError), IOError is OSError, issubclass(TimeoutError, OSError), FileNotFoundError(2, "m", "p").filename)
