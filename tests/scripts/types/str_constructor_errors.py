# area: types
# prio: P1
# checks: str() of anything: bad __str__, too many arguments, wrong keywords
class NotText:
    def __str__(self): return 5
class Raises:
    def __str__(self): raise ValueError("no text")
    def __repr__(self): raise KeyError("no repr")
class OnlyRepr:
    def __repr__(self): return "only repr"
class BadRepr:
    def __repr__(self): return None
for source in r"""str(), str(object=5), str("x"), str(None), str([1, "a"]), str(OnlyRepr()), [OnlyRepr()]
str(NotText())
f"{NotText()}"
"%s" % NotText()
print(NotText())
str(Raises())
repr(Raises())
[Raises()]
repr(BadRepr())
str(BadRepr())
{1: BadRepr()}
str(1, 2, 3, 4)
str(x=1)
str("a", "ascii")
str(b"a", 5)
str(1, errors="x")
ascii(OnlyRepr()), ascii("é\u2028😀"), ascii(["ñ"])""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
