# differs: Half a surrogate pair stands at a character of plane 13.
# cpython: strings may hold code points from U+D800 to U+DFFF, which no encoding of Unicode allows.
# here: they may, too, but sort after all other characters but those of planes 14 to 16, and U+DF800 to U+DFFFF, which Unicode has not assigned, are taken for them.
# why: strings are UTF-8 inside, and leave the interpreter as Rust strings without a check.
# instead: keep bytes that are no text as bytes.
print("\ud800" < "\ue000", hex(ord(chr(0xDF800))))
print(ascii("\ud800"), len("\ud800"), b"\xff".decode("utf-8", "surrogateescape") == "\udcff")
