# area: builtins
# prio: P1
# checks: str.format: fields, indices, attributes, nesting, and every complaint
class A:
    x = 5
    def __format__(self, spec): return f"A<{spec}>"
class BadFormat:
    def __format__(self, spec): return 5
for source in r'''"{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a}".format(a=1), "{0.x} {0!r:.3} {0:q}".format(A()), "{[1]} {[k]}".format([1, 2], {"k": 3}), "{:{}}".format("a", 5), "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{{}}".format(), "{!s:>5}".format(1)
"{}".format()
"{1}".format(1)
"{a}".format()
"{} {0}".format(1)
"{0} {}".format(1)
"{".format(1)
"}".format(1)
"{0".format(1)
"{!x}".format(1)
"{!}".format(1)
"{!rr}".format(1)
"{0.}".format(1)
"{0[}".format(1)
"{0[]}".format(1)
"{0.x}".format(1)
"{0[x]}".format([1])
"{0[5]}".format([1])
"{0[-1]}".format([1])
"{0[0}".format([1])
"{0[0]x}".format([1])
"{:d}".format("a")
"{:s}".format(1)
"{:>5}".format(None)
"{:>5}".format([])
"{:{}{}}".format(1, ">", 5)
"{:{:{}}}".format(1, 2, 3)
"{}".format(BadFormat())
"{a[b]}".format(a={"b": 1}), "{a.real}".format(a=5), "{0[a b]}".format({"a b": 2}), "{0[1]}".format({1: "int", "1": "str"})
"{a}".format_map({"a": 1}), "{}".format_map({"": 5})
"{a}".format_map(5)
"{a}".format_map({})
"{0}".format_map([1])
"{a}".format(**{"a": 1, "b": 2}), "{}".format(*[7, 8])
"{ a}".format(a=1)
"{99999999999999999999}".format(1)
str.format("{}", 1), str.format(5)
"".format_map()
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
