# area: types
# prio: P1
# checks: encode with each codec and each handler
for source in r""""é日a".encode(), "é".encode("latin-1"), "aé".encode("ascii", "ignore"), "aé日".encode("ascii", "replace"), "aé日😀".encode("ascii", "backslashreplace"), "aé日😀".encode("ascii", "xmlcharrefreplace"), "a".encode("utf-16-le"), "a".encode("UTF-8-SIG"), "😀".encode("utf-16-be"), "a".encode("utf-32-le")
"aé".encode("ascii")
"日本".encode("latin-1")
"a日é日".encode("ascii", "strict")
"a".encode("nope")
"é".encode("ascii", "nope")
"a".encode("ascii", "nope")
"a".encode(5)
"a".encode("utf-8", 5)
"a".encode("utf-8", "strict", 1)
"a".encode(encoding="ascii", errors="ignore")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
try:
    "aéb".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
