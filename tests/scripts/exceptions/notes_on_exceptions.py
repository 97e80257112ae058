# area: exceptions
# prio: P0
# checks: add_note collects notes, which travel with the exception
e = ValueError("v")
print(hasattr(e, "__notes__"))
e.add_note("first")
e.add_note("second")
print(e.__notes__, str(e))
try:
    try:
        raise e
    except ValueError as x:
        x.add_note("third")
        raise
except ValueError as y:
    print(y.__notes__)
try:
    e.add_note(5)
except TypeError as t:
    print(t)
