# differs: Modules of the standard library have no file.
# cpython: tracebacks name files such as `/usr/lib/python3.11/random.py` and show their lines.
# here: the file is `<stdlib>/random.py`, inside the program, and the lines are Hoopsnake's own.
# why: the library is part of the binary.
# instead: look at the last lines of a traceback, which are the same.
import random
import traceback

try:
    random.choice([])
except IndexError as error:
    print(traceback.extract_tb(error.__traceback__)[-1].filename)
    print(error)
