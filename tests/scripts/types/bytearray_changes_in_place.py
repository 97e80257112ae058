# area: types
# prio: P1
# checks: every method of bytearray that changes it, and its errors
b = bytearray(b"hello")
def do(source):
    try:
        exec(source, globals())
        print(source, "->", b)
    except Exception as e:
        print(source, "->", type(e).__name__, e, b)
for source in ("b[0] = 72", "b[-1] = 300", "b[9] = 1", "b[0] = 'a'", "b[0] = b'a'", "b[1:3] = b'EEE'", "b[::2] = b'xy'", "b[::2] = b'....'",
               "b[1:1] = [1, 2]", "b[0:2] = 'ab'", "b[0:2] = 5", "del b[0]", "del b[::2]", "del b[50]", "b.append(33)", "b.append(256)", "b.append('a')",
               "b.extend(b'xyz')", "b.extend([1, 2])", "b.extend([1, 300])", "b.extend('ab')", "b.extend(5)", "b.insert(0, 65)", "b.insert(100, 66)",
               "b.insert(0, -1)", "b.remove(65)", "b.remove(200)", "b.remove('a')", "b.reverse()", "b += b'!'", "b += [1]", "b += 'a'", "b *= 2", "b *= 'a'",
               "b *= -1", "b.pop()", "b = bytearray(b'xy')", "print(b.pop(0), b.pop())", "b.pop(5)", "b = bytearray(b'abc')", "b.clear()", "b[0:0] = b'new'",
               "b[:] = b''", "b[5:2] = b'q'", "b.__setitem__(slice(0, 1), [66])", "b[None:None] = bytearray(b'zz')", "b[0] = True", "b[0] = 1.0"):
    do(source)
print(bytearray(b"a") == b"a", bytearray(b"a").copy(), repr(bytearray(b"'")), str(bytearray(b"x")), bool(bytearray()))
