# area: exceptions
# prio: P0
# checks: raising what is no exception
class NotExc:
    pass


for what in (5, "text", NotExc, NotExc(), None):
    try:
        raise what
    except TypeError as e:
        print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
