# area: language
# prio: P0
# checks: assert raises AssertionError with or without a message, which is evaluated only on failure
def msg():
    print("message evaluated")
    return {"why": 1}


assert True, msg()
for check in (lambda: 1, lambda: 0):
    try:
        assert check(), msg()
        print("passed")
    except AssertionError as e:
        print(repr(e), e.args)
try:
    assert []
except AssertionError as e:
    print(repr(e), str(e) == "")
