# area: threads
# prio: P1
# checks: the ends of pipes: as files, closed, broken, of a wrong kind, and copies of them
import os
import threading
import time

r, w = os.pipe()


def produce():
    with os.fdopen(w, 'w') as file:
        for n in range(3):
            file.write(f'line {n}\n')
            file.flush()
            time.sleep(0.005)


thread = threading.Thread(target=produce)
thread.start()
with os.fdopen(r) as file:
    for line in file:
        print(line.rstrip())
thread.join()

r, w = os.pipe()
print(type(r), r != w, os.isatty(r), os.fstat(r).st_size)
copy = os.dup(w)
os.close(w)
print(os.write(copy, bytearray(b'abc')), os.read(r, 2), os.read(r, 2))
os.close(copy)
print(os.read(r, 5), os.read(r, 0))
os.close(r)


def show(step):
    try:
        print(step())
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)


show(lambda: os.read(r, 1))
show(lambda: os.write(w, b'x'))
show(lambda: os.close(r))
show(lambda: os.dup(w))
r, w = os.pipe()
show(lambda: os.read(w, 1))
show(lambda: os.write(r, b'x'))
show(lambda: os.write(w, 'text'))
show(lambda: os.read(r, -1))
show(lambda: os.read('x', 1))
os.close(r)
show(lambda: os.write(w, b'x'))
os.close(w)
