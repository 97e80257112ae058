# area: types
# prio: P1
# checks: bytearray grows, shrinks and changes like a list of small integers

b = bytearray(b"abc")
b.append(100); b.extend(b"ef"); b.extend([103]); b.insert(0, 90); b += b"!"
print(b, b.pop(), b.pop(0), b, b.index(b"c"), b.count(b"a"), len(b))
b.remove(ord("d")); b.reverse()
print(b, b.copy() == b, b == bytes(b), b[0], b[1:3], b"ef" in b)
b[0] = 65; b[1:2] = b"12345"; del b[-1]; b[::2] = b"." * len(b[::2])
print(b, b.upper(), type(b.upper()).__name__, b.split(b"2"), b.replace(b".", b"-"), b.decode("ascii"))
b *= 2
print(b, b.find(b"4", 5), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"x").hex(), b.clear(), b)
m = bytearray(b"hello")
view = memoryview(m)
view[0] = ord("J")
try:
    m.append(1)
except BufferError as error:
    print(error)
view.release()
m.append(33)
print(m, bytearray(b"a") + b"b", b"a" + bytearray(b"b"), bytearray(b"a") < b"b", bytearray(b"%d-%s") % (5, b"x"), list(m)[:2])
for bad in [lambda: m.append(256), lambda: m.append("a"), lambda: m.__setitem__(0, -1), lambda: m.remove(1), lambda: bytearray().pop(), lambda: m.extend("text"), lambda: hash(m), lambda: m.__setitem__(slice(0, 1), "x"), lambda: m[99], lambda: bytearray("x"), lambda: m.pop(99)]:
    try:
        bad()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
