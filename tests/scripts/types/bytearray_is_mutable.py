# area: types
# prio: P1
# checks: bytearray: item and slice assignment, append, extend, conversions
b = bytearray(b"hello")
b[0] = 72
b.append(33)
b.extend(b"??")
b[1:3] = b"EL"
del b[-1]
print(b, bytes(b), len(b), b == b"HELlo!?", b.decode(), b.find(b"l"), b.upper(), b + b"x")
b += b"z"
b *= 2
print(b, b.pop(), b[0], b[:2])
for f in (lambda: b.append(256), lambda: b.append("a"), lambda: hash(b)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
