# area: types
# prio: P1
# checks: join: every iterable, and complaints that number the item
for source in r"""",".join(["a", "b"]), ",".join("abc"), "".join([]), "-".join(("x",)), ",".join({"k": 1}), ",".join(str(i) for i in range(3)), ", ".join(map(str, (1, 2)))
",".join([1])
",".join(["a", 1])
",".join(["a", b"b"])
",".join(5)
",".join(None)
",".join()
",".join("a", "b")
",".join([["a"]])
b",".join([b"a", bytearray(b"b")])
b",".join(["a"])
b",".join([b"a", 1])
b",".join("ab")
bytearray(b"-").join([b"a", b"b"])""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
