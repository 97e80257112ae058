# area: types
# prio: P1
# checks: subscripts of text: negative, huge, of every step, of wrong kinds
for source in r""""hello"[0], "hello"[-1], "hello"[True], "hello"[1:3], "hello"[::-1], "hello"[::2], "hello"[-3:], "hello"[10:], "hello"[3:1], "hello"[-100:100], "日本語"[1], "a日b"[::-1], "😀x"[0]
"hello"[5]
"hello"[-6]
"hello"[1.0]
"hello"["a"]
"hello"[None]
"hello"[::0]
"hello"[1:"x"]
"hello"[10**30]
"hello"[10**30:], "hello"[:-10**30], "hello"[::10**30], "hello"[::-10**30], "hello"[-10**30:10**30:2]
"hello"[1, 2]""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
s = "abc"
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
