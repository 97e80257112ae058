# area: exceptions
# prio: P0
# checks: an uncaught exception prints its traceback on standard error and exits with 1
# exit: 1
# stderr-match: ^Traceback \(most recent call last\):$
# stderr-match: ^  File ".*uncaught_exception_ends_with_status_one.py", line 17, in <module>$
# stderr-match: ^    outer\(\)$
# stderr-match: line 14, in outer$
# stderr-match: ^KeyError: 'missing'$
print("before")


def outer():
    {}["missing"]


outer()
print("never")
