# area: exceptions
# prio: P1
# checks: __traceback__ has frames and line numbers, with_traceback sets it
def f():
    g()


def g():
    raise ValueError("deep")


try:
    f()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
    kept = e
print(kept.with_traceback(None) is kept, kept.__traceback__)
