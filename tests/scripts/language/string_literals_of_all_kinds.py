# area: language
# prio: P0
# checks: escapes, raw, bytes, triple-quoted and joined literals
print("a\tb\\n\x41\u00e9\U0001F600\101\0".encode())
print(r"\n\t\"", 'single "double"', "it's")
print("""one
two \
three""")
print("a" 'b' """c""", b"x" b"\x00\xff", rb"\x")
print("\u03b1" == "α", len("\
"))
print(repr("quote ' and \" both"), repr("only '"), repr('only "'), repr("\n\t\r\\\x00\x7f\xa0é"))
