# area: modules
# prio: P2
# checks: arrays convert, slice, search and refuse

from array import array

a = array("i", [3, 1, 2])
a.append(7); a.extend([8, 9]); a.insert(0, -1); a += array("i", [5])
print(a, a.pop(), a.index(2), a.count(1), a[1:3], a.typecode, a.itemsize, len(a), a.tolist(), sum(a), max(a))
a.remove(3); a.reverse()
print(a, a * 2 == array("i", a.tolist() * 2), array("B", b"hi"), array("d", [0.5]).tobytes(), array("u", "né"), array("b"))
b = array("H"); b.frombytes(b"\x01\x00\x02\x00"); b.byteswap()
print(b, array("i", [1]) < array("i", [2]), array("i", [1]) == array("d", [1.0]), 2 in a, list(reversed(b)))
for bad in [lambda: array("z"), lambda: array("b", [200]), lambda: a.append("x"), lambda: a.append(2**40), lambda: a + [1], lambda: array("i", "ab"), lambda: a[99]]:
    try:
        bad()
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        print(type(error).__name__, error)
