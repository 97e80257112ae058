# area: language
# prio: P1
# checks: assert with and without a message, its syntax errors
def attempt(f):
    try:
        print(f())
    except AssertionError as e:
        print(repr(e), e.args)
def a(): assert 0
def b(): assert [], "message"
def c(): assert False, ("tuple", 1)
def d(): assert None, None
def e(): assert 0, ValueError("inner")
def f(): assert 1, 1 / 0
def g(): assert (0,), "never"
def h(): assert not (x := 5), x
class Truth:
    def __bool__(self): raise KeyError("bool")
def i(): assert Truth()
def j(): assert 0, 1 / 0
for function in (a, b, c, d, e, f, g, h):
    attempt(function)
for function in (i, j):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))
def shadowed():
    AssertionError = ValueError
    assert 0, "still the built-in one"
attempt(shadowed)
print(__debug__)
for source in ("assert", "assert 1, 2, 3", "assert x = 1", "assert 1 if 2 else 3, 'm'", "assert *a", "assert 1,"):
    import warnings
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            compile(source, "s", "exec"); print(repr(source), "compiles", [str(x.message) for x in w])
        except SyntaxError as error:
            print(repr(source), "->", error.msg)
