# area: exceptions
# prio: P0
# checks: an uncaught exception with a cause prints both tracebacks and the sentence between
# exit: 1
# stderr-match: ^ValueError: first$
# stderr-match: ^The above exception was the direct cause of the following exception:$
# stderr-match: ^RuntimeError: second$
print("start")
try:
    raise ValueError("first")
except ValueError as e:
    raise RuntimeError("second") from e
