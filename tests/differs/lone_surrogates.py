# differs: Half a surrogate pair is no character.
# cpython: strings may hold code points from U+D800 to U+DFFF, which no encoding of Unicode allows.
# here: literals, `chr` and the error handlers `surrogateescape` and `surrogatepass` refuse them.
# why: strings are UTF-8 inside, and leave the interpreter as Rust strings without a check.
# instead: keep bytes that are no text as bytes.
try:
    exec(r"'\ud800'")
except SyntaxError as error:
    print(error.msg)
try:
    chr(0xD800)
except ValueError as error:
    print(error)
try:
    b"\xff".decode("utf-8", "surrogateescape")
except UnicodeDecodeError as error:
    print(error.reason)
