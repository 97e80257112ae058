# area: exceptions
# prio: P1
# checks: what each exception keeps of its arguments, and what it refuses
for source in r'''OSError(2, "gone"), OSError(2, "gone", "f").filename, OSError(2, "gone", "f", None, "g").filename2, type(OSError(2, "x")).__name__, type(OSError(13, "x")).__name__, OSError("just").errno, OSError(1, 2, 3).args, str(OSError(2, "gone", "f")), str(OSError(2, "gone", "f", None, "g")), OSError().errno
type(OSError(17, "x")), type(OSError(32, "x")), type(OSError(11, "x")), type(OSError(110, "x")), type(FileNotFoundError(13, "x")), OSError(2).errno
ImportError("m", name="n", path="p").name, ImportError("m").path, ModuleNotFoundError("x", name="y").name, ImportError("m").msg, ImportError().msg
ImportError("m", foo=1)
AttributeError("a", name="n", obj=5).obj, AttributeError("a").name, NameError("a", name="n").name, NameError().name
AttributeError("a", foo=1)
NameError("a", obj=1)
StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value, StopIteration(1, 2).args, StopAsyncIteration(3).args
SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, SystemExit("m").code
KeyError("k"), str(KeyError("k")), str(KeyError()), str(KeyError("a", "b")), str(KeyError(5)), str(IndexError("i")), str(KeyError(""))
UnicodeDecodeError("utf-8", b"ab", 0, 1, "why"), str(UnicodeDecodeError("utf-8", b"ab", 0, 1, "why")), str(UnicodeDecodeError("u", b"abc", 0, 2, "r")), UnicodeDecodeError("u", b"a", 0, 1, "r").object
str(UnicodeEncodeError("ascii", "é", 0, 1, "why")), str(UnicodeEncodeError("ascii", "ééé", 0, 2, "why")), str(UnicodeTranslateError("é", 0, 1, "why")), UnicodeEncodeError("a", "b", 0, 1, "c").reason
UnicodeDecodeError("utf-8", "text", 0, 1, "why")
UnicodeDecodeError("utf-8", b"a")
UnicodeEncodeError("ascii", b"x", 0, 1, "y")
UnicodeEncodeError("ascii", "x", "0", 1, "y")
SyntaxError("m", ("f", 1, 2, "text")).lineno, SyntaxError("m", ("f", 1, 2, "text", 3, 4)).end_offset, SyntaxError("m").filename, str(SyntaxError("m", ("f", 1, 2, "text"))), SyntaxError("m").msg, SyntaxError().msg, str(SyntaxError("m", ("/a/b.py", None, 2, "t")))
SyntaxError("m", 5)
SyntaxError("m", (1, 2))
BaseException(), BaseException(1), BaseException(1, 2), Exception("a").args, Exception([1]).args, repr(Exception("a", 1)), str(Exception("a", 1)), str(Exception()), Exception("a") == Exception("a")
Exception(x=1)
ValueError("a").foo
setattr(ValueError("a"), "args", 5)
(lambda e: (setattr(e, "args", [1, 2]), e.args, str(e)))(ValueError("a"))
ValueError().add_note(5)
(lambda e: (e.add_note("n"), e.__notes__))(ValueError())
ValueError("a").with_traceback(None), ValueError("a").__traceback__, ValueError.__mro__[1:3], ValueError("a").__reduce__(), ValueError("a").__dict__
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
